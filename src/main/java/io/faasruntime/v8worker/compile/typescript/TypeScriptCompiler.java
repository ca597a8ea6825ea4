package io.faasruntime.v8worker.compile.typescript;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.v8worker.source.SyntaxException;

/**
 * TypeScript to JavaScript, types taken away unchecked. Two compilers share the work: one that is fast, and, for what that
 * one or V8 refuses and for what it is known to do wrong, one that is right. Used by one thread; only {@link #terminate} may
 * come from another.
 */
public final class TypeScriptCompiler {

    private final FastCompiler fast;
    private final FullCompiler full;

    /** @param legacyDecorators decorators have the meaning that they had before TypeScript 5 */
    public TypeScriptCompiler(FastCompiler fast, TypeScriptLibrary library, boolean legacyDecorators)
            throws JavetException {
        this.fast = fast;
        this.full = new FullCompiler(library, legacyDecorators);
    }

    /**
     * What {@code acceptance} makes of the JavaScript that this makes of {@code code}.
     *
     * @throws SyntaxException naming every problem that the right compiler reported, or what {@code acceptance} refused of its
     *     output
     * @throws JavetException if it was terminated
     */
    public <T> T compile(String code, Acceptance<T> acceptance) throws SyntaxException, JavetException {
        FastCompiler.Attempt quick = fast.compile(code);
        if (quick.output().isPresent()) {
            try {
                return acceptance.accept(quick.output().get());
            } catch (SyntaxException e) {
                // The other one knows whether it is the code's fault, and says so in TypeScript's words.
            }
        }
        return acceptance.accept(full.compile(code, quick.refused()));
    }

    /** Ends a compilation that is under way; safe from any thread. */
    public void terminate() {
        full.terminate();
    }

    /** What is done with JavaScript; it may refuse it. */
    @FunctionalInterface
    public interface Acceptance<T> {
        T accept(JavaScript output) throws SyntaxException, JavetException;
    }
}
