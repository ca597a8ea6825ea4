package io.faasruntime.v8worker.compile;

import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetScriptingError;
import io.faasruntime.v8worker.compile.typescript.JavaScript;
import io.faasruntime.v8worker.compile.typescript.TypeScriptCompiler;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.PositionMap;
import io.faasruntime.v8worker.source.Program;
import io.faasruntime.v8worker.source.SourceLanguage;
import io.faasruntime.v8worker.source.SyntaxException;
import io.faasruntime.v8worker.source.SyntaxProblem;
import io.faasruntime.v8worker.v8.Isolate;
import java.util.Optional;

/**
 * From the user's source to a program. Code is a sloppy-mode script; where it parses as a module only, because it
 * awaits at the top level, it becomes the body of an async function. V8 has parsed the body alone by then, so code that
 * closes the function and goes on cannot exist.
 */
public final class ProgramCompiler {

    private static final String ASYNC_PREFIX = "(async()=>{";
    private static final String ASYNC_SUFFIX = "\n})";
    private static final String RETURN_VAL = "return_val";
    /** How V8's parser says that it cannot go deeper. */
    private static final String STACK_OVERFLOW = "Maximum call stack size exceeded";

    private final TypeScriptCompiler typeScript;

    public ProgramCompiler(TypeScriptCompiler typeScript) {
        this.typeScript = typeScript;
    }

    /** Nothing of the code runs. */
    public Program compile(SourceLanguage language, String code, Isolate isolate)
            throws SyntaxException, JavetException {
        if (language == SourceLanguage.TYPESCRIPT) {
            return typeScript.compile(
                    code,
                    output -> new Compilation(isolate, language.fileName, output.positions()).compile(output.code()));
        }
        return new Compilation(isolate, language.fileName, PositionMap.IDENTITY).compile(withoutHashbang(code));
    }

    /** TypeScript as JavaScript that V8 accepts; nothing of it runs. */
    public JavaScript convert(String code, Isolate isolate) throws SyntaxException, JavetException {
        return typeScript.compile(code, output -> {
            String made = output.code();
            Program program =
                    new Compilation(isolate, SourceLanguage.TYPESCRIPT.fileName, output.positions()).compile(made);
            boolean asItIs = program.source().contains(made);
            return new JavaScript(asItIs ? made : Exports.removedFrom(made), output.positions());
        });
    }

    /** Ends a compilation that is under way in vain; safe from any thread. */
    public void terminate() {
        typeScript.terminate();
    }

    /** A comment of the same length: inside a function a hashbang is none. */
    private static String withoutHashbang(String code) {
        return code.startsWith("#!") ? "//" + code.substring(2) : code;
    }

    /** One piece of JavaScript in one isolate. */
    private record Compilation(Isolate isolate, String fileName, PositionMap positions) {

        Program compile(String code) throws SyntaxException, JavetException {
            Optional<SyntaxProblem> asScript = problem(() -> isolate.checkScript(code, fileName));
            if (asScript.isEmpty()) {
                return isMeantAsModule(code) ? asyncProgram(code) : script(code);
            }
            Optional<SyntaxProblem> asModule = problem(() -> isolate.checkModule(code, fileName));
            if (asModule.isPresent()) {
                throw new SyntaxException(
                        better(code, asScript.get(), asModule.get()).at(positions));
            }
            String plain = Exports.removedFrom(code);
            return plain.equals(code) ? asyncProgram(code) : compile(plain);
        }

        /** Code that both readings accept. One that declares the name await itself is no module. */
        private boolean isMeantAsModule(String code) throws JavetException {
            return TopLevelAwait.isPossibleIn(code)
                    && problem(() -> isolate.checkScript(wrapped(code), fileName))
                            .isEmpty()
                    && TopLevelAwait.isIn(wrapped(code));
        }

        private Program script(String code) throws JavetException {
            boolean own = declaresReturnVal(() -> isolate.checkScript(code + "\nlet " + RETURN_VAL, fileName), code);
            return new Program(named(code), false, positions, own);
        }

        private Program asyncProgram(String code) throws SyntaxException, JavetException {
            Optional<SyntaxProblem> asModule = problem(() -> isolate.checkModule(code, fileName));
            if (asModule.isPresent()) {
                throw new SyntaxException(asModule.get().at(positions));
            }
            PositionMap behindPrefix = PositionMap.behindPrefix(ASYNC_PREFIX.length());
            PositionMap toSource = behindPrefix.then(positions);
            Optional<SyntaxProblem> inFunction = problem(() -> isolate.checkScript(wrapped(code), fileName));
            if (inFunction.isPresent()) {
                throw new SyntaxException(unsupported(inFunction.get()).at(toSource));
            }
            boolean own = declaresReturnVal(() -> isolate.checkModule(code + "\nlet " + RETURN_VAL, fileName), code);
            return new Program(named(wrapped(code)), true, toSource, own);
        }

        private static String wrapped(String code) {
            return ASYNC_PREFIX + code + ASYNC_SUFFIX;
        }

        private String named(String source) {
            return source + "\n//# sourceURL=" + fileName;
        }

        /** A second declaration of the name is an error exactly when there is a first one. */
        private boolean declaresReturnVal(Check withSecondDeclaration, String code) throws JavetException {
            return code.contains(RETURN_VAL) && problem(withSecondDeclaration).isPresent();
        }

        /** Code that awaits is read as a module; else the parser that came further knows better what is wrong. */
        private static SyntaxProblem better(String code, SyntaxProblem asScript, SyntaxProblem asModule) {
            Position script = asScript.start();
            Position module = asModule.start();
            boolean moduleCameFurther = module.line() > script.line()
                    || (module.line() == script.line() && module.column() > script.column());
            return moduleCameFurther || isAtWord("await", code, script) ? asModule : asScript;
        }

        private static boolean isAtWord(String word, String code, Position position) {
            return code.lines()
                    .skip(position.line() - 1L)
                    .findFirst()
                    .filter(line -> line.startsWith(word, position.column() - 1))
                    .isPresent();
        }

        private static SyntaxProblem unsupported(SyntaxProblem problem) {
            String message = "import and export of modules are not available in the sandbox";
            return new SyntaxProblem("UnsupportedFeatureError", message, problem.start(), problem.end());
        }

        private static Optional<SyntaxProblem> problem(Check check) throws JavetException {
            try {
                check.run();
                return Optional.empty();
            } catch (JavetCompilationException e) {
                return Optional.of(problem(e.getScriptingError()));
            }
        }

        private static SyntaxProblem problem(JavetScriptingError error) {
            String text = String.valueOf(error.getDetailedMessage());
            if (text.contains(STACK_OVERFLOW)) {
                return SyntaxProblem.tooDeep();
            }
            int colon = text.indexOf(": ");
            boolean typed = colon > 0 && text.substring(0, colon).endsWith("Error");
            int line = Math.max(1, error.getLineNumber());
            return new SyntaxProblem(
                    typed ? text.substring(0, colon) : "SyntaxError",
                    typed ? text.substring(colon + 2) : text,
                    new Position(line, error.getStartColumn() + 1),
                    new Position(line, Math.max(error.getStartColumn() + 1, error.getEndColumn()) + 1));
        }
    }

    /** A compilation that throws when the code has errors. */
    @FunctionalInterface
    private interface Check {
        void run() throws JavetException;
    }
}
