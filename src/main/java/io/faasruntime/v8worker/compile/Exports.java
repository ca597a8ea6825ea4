package io.faasruntime.v8worker.compile;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstClassExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultExpr;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstNamedExport;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import io.faasruntime.v8worker.source.SourceLanguage;
import java.util.List;
import java.util.Optional;

/**
 * Takes the word {@code export} from what code exports of its own. Nobody imports a snippet, so it has no effect; published
 * files are full of it. What names another module stays, and is refused later. All positions stay, but for a semicolon
 * behind a function or class without a name.
 */
final class Exports {

    /** For what is not a statement without the words before it. */
    private static final String EXPRESSION = ";0,";

    private final StringBuilder code;
    private int inserted;

    private Exports(String code) {
        this.code = new StringBuilder(code);
    }

    /** @param code parses as a module; returned as it is when there is nothing to take away */
    static String removedFrom(String code) {
        if (!code.contains("export")) {
            return code;
        }
        Optional<List<? extends ISwc4jAst>> statements =
                SyntaxTree.statements(SourceLanguage.JAVASCRIPT, code, Swc4jParseMode.Module);
        Exports exports = new Exports(code);
        statements.ifPresent(all -> all.forEach(exports::remove));
        return exports.code.toString();
    }

    private void remove(ISwc4jAst statement) {
        int start = statement.getSpan().getStart();
        if (statement instanceof Swc4jAstExportDecl export) {
            blank(start, export.getDecl().getSpan().getStart(), "");
        } else if (statement instanceof Swc4jAstExportDefaultDecl export) {
            ISwc4jAst declaration = export.getDecl();
            boolean named = isNamed(declaration);
            blank(start, declaration.getSpan().getStart(), named ? "" : EXPRESSION);
            if (!named) {
                code.insert(declaration.getSpan().getEnd() + inserted, ';');
                inserted++;
            }
        } else if (statement instanceof Swc4jAstExportDefaultExpr export) {
            blank(start, export.getExpr().getSpan().getStart(), EXPRESSION);
        } else if (statement instanceof Swc4jAstNamedExport export
                && export.getSrc().isEmpty()) {
            blank(start, statement.getSpan().getEnd(), ";");
        }
    }

    private static boolean isNamed(ISwc4jAst declaration) {
        return declaration instanceof Swc4jAstFnExpr function
                        && function.getIdent().isPresent()
                || declaration instanceof Swc4jAstClassExpr type
                        && type.getIdent().isPresent();
    }

    /** The first characters become {@code replacement}, the others blanks; lines stay lines. */
    private void blank(int from, int to, String replacement) {
        for (int i = from; i < to; i++) {
            char c = code.charAt(i + inserted);
            boolean lineBreak = c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
            if (i - from < replacement.length()) {
                code.setCharAt(i + inserted, replacement.charAt(i - from));
            } else if (!lineBreak) {
                code.setCharAt(i + inserted, ' ');
            }
        }
    }
}
