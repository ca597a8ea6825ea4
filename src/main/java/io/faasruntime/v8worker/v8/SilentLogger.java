package io.faasruntime.v8worker.v8;

import com.caoccao.javet.interfaces.IJavetLogger;

/** Javet logs what user code does; nobody wants to read that. */
final class SilentLogger implements IJavetLogger {

    static final SilentLogger INSTANCE = new SilentLogger();

    private SilentLogger() {}

    @Override
    public void debug(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable cause) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}
}
