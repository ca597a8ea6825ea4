package io.faasruntime.v8worker.compile;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.SourceLanguage;
import io.faasruntime.v8worker.source.SyntaxProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names that code gives, at its top level, to what can be a function: function declarations, variables with a value,
 * assignments. Classes cannot be called, declarations without a body are no functions.
 */
public final class TopLevelFunctions {

    private static final Position START = new Position(1, 1);

    private final Set<String> names;
    private final boolean complete;

    private TopLevelFunctions(Set<String> names, boolean complete) {
        this.names = names;
        this.complete = complete;
    }

    /** Of code that V8 has accepted. */
    public static TopLevelFunctions of(SourceLanguage language, String code) {
        for (Swc4jParseMode mode : new Swc4jParseMode[] {Swc4jParseMode.Script, Swc4jParseMode.Module}) {
            Optional<List<? extends ISwc4jAst>> statements = SyntaxTree.statements(language, code, mode);
            if (statements.isPresent()) {
                Set<String> names = new HashSet<>();
                statements.get().forEach(statement -> addNames(statement, names));
                return new TopLevelFunctions(names, true);
            }
        }
        return new TopLevelFunctions(Set.of(), false);
    }

    /** A problem for each of {@code required} that is not there; none where only V8 could read all of the code. */
    public List<SyntaxProblem> missing(List<String> required) {
        return required.stream()
                .filter(name -> complete && !names.contains(name))
                .map(name -> new SyntaxProblem("SyntaxError", "the code does not define " + name, START, START))
                .toList();
    }

    private static void addNames(ISwc4jAst statement, Set<String> names) {
        if (statement instanceof Swc4jAstFnDecl function) {
            if (function.getFunction().getBody().isPresent()) {
                names.add(function.getIdent().getSym());
            }
        } else if (statement instanceof Swc4jAstVarDecl variables) {
            for (Swc4jAstVarDeclarator variable : variables.getDecls()) {
                if (variable.getInit().isPresent()) {
                    addName(variable.getName(), names);
                }
            }
        } else if (statement instanceof Swc4jAstExprStmt expression
                && expression.getExpr() instanceof Swc4jAstAssignExpr assignment) {
            addName(assignment.getLeft(), names);
        }
    }

    private static void addName(ISwc4jAst target, Set<String> names) {
        if (target instanceof Swc4jAstBindingIdent binding) {
            names.add(binding.getId().getSym());
        } else if (target instanceof Swc4jAstIdent name) {
            names.add(name.getSym());
        }
    }
}
