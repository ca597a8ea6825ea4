package io.faasruntime.faas.answer;

/**
 * JavaScript, and TypeScript that has become JavaScript. The code travels as a string, so that it is evaluated as a script of
 * its own: in sloppy mode, with its own positions, or as the body of an async function when it awaits at the top level.
 */
final class JavaScriptDialect implements Dialect {

    private static final String PROGRAM = Dialect.program("io/faasruntime/javascript/envelope/envelope.js");

    @Override
    public String text(Enclosure enclosed) {
        return "(" + PROGRAM + ")(" + enclosed.json() + ");\n";
    }
}
