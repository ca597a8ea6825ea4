package io.faasruntime.v8worker.compile;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstConstructor;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstGetterProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstSetterProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstStaticBlock;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAwaitExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import io.faasruntime.v8worker.source.SourceLanguage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether code awaits outside of its functions, asked where both readings parse: in {@code await (x)} a script calls a
 * function of that name, and a module waits.
 */
final class TopLevelAwait {

    /** An await that is followed by what starts no operand on its line; with one, a script does not parse. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("\\bawait\\b(?!\\h*+[\\w$\"'{!~#@\\\\\\x{80}-\\x{10ffff}])");

    private TopLevelAwait() {}

    /** Whether code that parses as a script may be meant as a module. */
    static boolean isPossibleIn(String script) {
        return script.contains("await") && AMBIGUOUS.matcher(script).find();
    }

    /** @param wrapped an async function expression around the code; what swc cannot read is taken for awaiting */
    static boolean isIn(String wrapped) {
        Optional<List<? extends ISwc4jAst>> statements =
                SyntaxTree.statements(SourceLanguage.JAVASCRIPT, wrapped, Swc4jParseMode.Script);
        if (statements.isEmpty()) {
            return true;
        }
        ISwc4jAst node = statements.get().get(0);
        while (!(node instanceof Swc4jAstArrowExpr function)) {
            node = node.getChildNodes().get(0);
        }
        return awaits(function.getBody());
    }

    private static boolean awaits(ISwc4jAst node) {
        if (node instanceof Swc4jAstAwaitExpr) {
            return true;
        }
        return !isFunction(node) && node.getChildNodes().stream().anyMatch(TopLevelAwait::awaits);
    }

    private static boolean isFunction(ISwc4jAst node) {
        return node instanceof Swc4jAstFunction
                || node instanceof Swc4jAstArrowExpr
                || node instanceof Swc4jAstConstructor
                || node instanceof Swc4jAstGetterProp
                || node instanceof Swc4jAstSetterProp
                || node instanceof Swc4jAstStaticBlock;
    }
}
