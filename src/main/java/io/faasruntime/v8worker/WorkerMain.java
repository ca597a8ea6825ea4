package io.faasruntime.v8worker;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.v8worker.compile.ProgramCompiler;
import io.faasruntime.v8worker.compile.TypeScriptCompiler;
import io.faasruntime.v8worker.lockdown.Confinement;
import io.faasruntime.v8worker.pipe.FrameReader;
import io.faasruntime.v8worker.pipe.FrameWriter;
import io.faasruntime.v8worker.pipe.OutOfMemory;
import io.faasruntime.v8worker.pipe.ProtocolOutput;
import io.faasruntime.v8worker.v8.IsolateFactory;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The worker process. Its argument is {@code --memory-mb=<V8's heap limit in MB>}; with {@code --prepare} behind it the
 * process loads and runs what a worker needs, and ends: the installation learns from it which classes these are.
 */
public final class WorkerMain {

    private static final String MEMORY_OPTION = "--memory-mb=";
    private static final String PREPARE_OPTION = "--prepare";
    private static final int EXIT_FAILED = 70;

    /** From now on a stack trace could quote a user's code. */
    private static boolean serving;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        try {
            work(memoryMegabytes(arguments), List.of(arguments).contains(PREPARE_OPTION));
        } catch (OutOfMemoryError e) {
            System.err.println(OutOfMemory.MARK);
            Runtime.getRuntime().halt(OutOfMemory.EXIT_CODE);
        } catch (Throwable e) {
            System.err.println("worker: failed with " + e.getClass().getName());
            if (!serving) {
                e.printStackTrace();
            }
            Runtime.getRuntime().halt(EXIT_FAILED);
        }
    }

    private static void work(int memoryMegabytes, boolean preparing)
            throws IOException, JavetException, InterruptedException {
        silenceLogging();
        FrameWriter frames = new FrameWriter(ProtocolOutput.take());
        FrameReader requests = new FrameReader(new FileInputStream(FileDescriptor.in));
        if (!preparing) {
            requests.start();
        }
        // Two big libraries: loaded side by side.
        CompletableFuture<TypeScriptCompiler> typeScript = CompletableFuture.supplyAsync(TypeScriptCompiler::new);
        IsolateFactory engine = IsolateFactory.start(memoryMegabytes);
        Worker worker = new Worker(engine, new ProgramCompiler(typeScript.join()), frames);
        worker.warmUp();
        if (preparing) {
            Runtime.getRuntime().exit(0);
        }
        String isolation = Confinement.enter(memoryMegabytes);
        frames.write(
                FrameType.HELLO,
                new Fields().add("engine", engine.description()).add("isolation", isolation));
        serving = true;
        while (true) {
            worker.serve(requests.take());
        }
    }

    private static void silenceLogging() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    private static int memoryMegabytes(String[] arguments) {
        for (String argument : arguments) {
            if (argument.startsWith(MEMORY_OPTION)) {
                return Integer.parseInt(argument.substring(MEMORY_OPTION.length()));
            }
        }
        throw new IllegalArgumentException(MEMORY_OPTION + " is missing");
    }
}
