// What the host asks of the TypeScript compiler, in an isolate that runs no user code. `ts` is the compiler.
// `thorough` adds the errors of grammar that the compiler leaves to its checker; types stay unchecked.
// Answers with an array: JavaScript, mappings back to the source, then six items for each problem: type, message,
// line, column, end line, end column (1-based).
const FILE_NAME = 'snippet.ts';
// The checker's messages about grammar are below; above are those about types and names, which need a library.
const LAST_GRAMMAR_ERROR = 1299;
// About types after all: what async functions, decorators, imports and enums are worth.
const ABOUT_TYPES = new Set([1055, 1056, 1057, 1058, 1059, 1060, 1062, 1064, 1065, 1066, 1192, 1202, 1203, 1208, 1219, 1220, 1238, 1239, 1240, 1241, 1259, 1270, 1271, 1278]);
// Targets of assignments that are none, and rest elements that are not last.
const ABOUT_GRAMMAR = new Set([2357, 2364, 2406, 2462, 2487, 2491, 2777, 2779, 2780, 2781]);
const METADATA = "Symbol.metadata || Object.defineProperty(Symbol, 'metadata', { value: Symbol('Symbol.metadata') });";

globalThis.compile = (code, legacyDecorators, thorough) => {
  const { ts } = globalThis;
  const problems = [];
  let source;

  const report = (type, message, start, length) => {
    const from = source.getLineAndCharacterOfPosition(start);
    const to = source.getLineAndCharacterOfPosition(start + length);
    problems.push(type, message, from.line + 1, from.character + 1, to.line + 1, to.character + 1);
  };
  const isOfModules = (statement) => (ts.isExportAssignment(statement) && statement.isExportEquals)
    || (ts.isImportEqualsDeclaration(statement) && !statement.isTypeOnly && ts.isExternalModuleReference(statement.moduleReference));

  /** The type checker would find these; printed, they are right. */
  const reportCommasBehindRest = (node) => {
    const list = ts.isFunctionLike(node) ? node.parameters
      : ts.isArrayBindingPattern(node) || ts.isObjectBindingPattern(node) ? node.elements : undefined;
    if (list?.hasTrailingComma && list.at(-1).dotDotDotToken) {
      report('SyntaxError', 'A rest parameter or binding pattern may not have a trailing comma.', list.end - 1, 1);
    }
    ts.forEachChild(node, reportCommasBehindRest);
  };

  const grammarErrors = () => {
    const file = ts.createSourceFile(FILE_NAME, code, { languageVersion: ts.ScriptTarget.ESNext }, true);
    const host = {
      getSourceFile: (name) => (name === FILE_NAME ? file : undefined),
      fileExists: (name) => name === FILE_NAME,
      readFile: () => undefined,
      writeFile: () => {},
      getDefaultLibFileName: () => 'lib.d.ts',
      getCurrentDirectory: () => '',
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
    };
    const options = {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      noLib: true,
      noResolve: true,
      types: [],
      experimentalDecorators: legacyDecorators,
    };
    return ts.createProgram([FILE_NAME], options, host).getSemanticDiagnostics(file)
      .filter(({ code: number }) => (number <= LAST_GRAMMAR_ERROR ? !ABOUT_TYPES.has(number) : ABOUT_GRAMMAR.has(number)));
  };

  // With the newest target these are left to engines that do not exist yet.
  const isAheadOfTheEngine = /@|\baccessor\b|\busing\b/.test(code);
  const transpile = (moduleDetection) => ts.transpileModule(code, {
    fileName: FILE_NAME,
    reportDiagnostics: true,
    compilerOptions: {
      target: isAheadOfTheEngine ? ts.ScriptTarget.ES2022 : ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleDetection,
      isolatedModules: true,
      sourceMap: true,
      newLine: ts.NewLineKind.LineFeed,
      experimentalDecorators: legacyDecorators,
    },
    transformers: {
      before: [() => (file) => {
        source = file;
        return file;
      }],
    },
  });
  let output = transpile(ts.ModuleDetectionKind.Auto);
  if (output.diagnostics.length > 0 && code.includes('await')) {
    // Without an import or export the compiler does not always see that a word at the top level is an operator.
    const asModule = transpile(ts.ModuleDetectionKind.Force);
    if (asModule.diagnostics.length === 0) output = asModule;
  }
  const found = thorough && output.diagnostics.length === 0 ? grammarErrors() : output.diagnostics;
  for (const { messageText, start, length } of found) {
    if (start === undefined) continue;
    report('SyntaxError', ts.flattenDiagnosticMessageText(messageText, '\n'), start, length);
  }
  for (const statement of source.statements) {
    if (isOfModules(statement)) {
      const start = statement.getStart(source);
      report('UnsupportedFeatureError', 'import and export of modules are not available in the sandbox', start, statement.end - start);
    }
  }
  reportCommasBehindRest(source);
  // The engine does not have the symbol yet; without it decorators get no metadata.
  const javaScript = output.outputText
    .replace(/\/\/# sourceMappingURL=.*\n?$/, '')
    .replace(/^var __esDecorate = /m, (start) => `${METADATA} ${start}`);
  return [javaScript, JSON.parse(output.sourceMapText).mappings, ...problems];
};
