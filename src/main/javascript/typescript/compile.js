// What the host asks of the TypeScript compiler, in an isolate that runs no user code. `ts` is the compiler.
// Answers with an array: JavaScript, mappings back to the source, then six items for each problem: type, message,
// line, column, end line, end column (1-based).
const METADATA = "Symbol.metadata || Object.defineProperty(Symbol, 'metadata', { value: Symbol('Symbol.metadata') });";

globalThis.compile = (code, legacyDecorators) => {
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

  // With the newest target these are left to engines that do not exist yet.
  const isAheadOfTheEngine = /@|\baccessor\b|\busing\b/.test(code);
  const transpile = (moduleDetection) => ts.transpileModule(code, {
    fileName: 'snippet.ts',
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
  for (const { messageText, start, length } of output.diagnostics) {
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
