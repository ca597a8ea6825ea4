package io.faasruntime.v8worker;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.v8worker.compile.ProgramCompiler;
import io.faasruntime.v8worker.compile.typescript.FastCompiler;
import io.faasruntime.v8worker.compile.typescript.TypeScriptCompiler;
import io.faasruntime.v8worker.compile.typescript.TypeScriptLibrary;
import io.faasruntime.v8worker.lockdown.Confinement;
import io.faasruntime.v8worker.pipe.FrameReader;
import io.faasruntime.v8worker.pipe.FrameWriter;
import io.faasruntime.v8worker.pipe.OutOfMemory;
import io.faasruntime.v8worker.pipe.ProtocolOutput;
import io.faasruntime.v8worker.v8.IsolateFactory;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The worker process. Its options are {@code --memory-mb=<V8's heap limit in MB>} and {@code --legacy-decorators} for the
 * meaning that TypeScript's had before version 5. With {@code --prepare} the process makes the files that workers start
 * from, loads and runs what a worker needs, and ends: the installation learns from it which classes these are.
 */
public final class WorkerMain {

    private static final String MEMORY_OPTION = "--memory-mb=";
    private static final String PREPARE_OPTION = "--prepare";
    private static final String LEGACY_DECORATORS_OPTION = "--legacy-decorators";
    private static final int EXIT_FAILED = 70;

    /** From now on a stack trace could quote a user's code. */
    private static boolean serving;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        try {
            List<String> options = List.of(arguments);
            if (options.contains(PREPARE_OPTION)) {
                prepare(memoryMegabytes(options));
            } else {
                work(memoryMegabytes(options), options.contains(LEGACY_DECORATORS_OPTION));
            }
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

    private static void work(int memoryMegabytes, boolean legacyDecorators)
            throws IOException, JavetException, InterruptedException {
        silenceLogging();
        FrameWriter frames = new FrameWriter(ProtocolOutput.take());
        FrameReader requests = new FrameReader(new FileInputStream(FileDescriptor.in));
        requests.start();
        CompletableFuture<FastCompiler> fastCompiler = loadFastCompiler();
        IsolateFactory engine = IsolateFactory.start(memoryMegabytes);
        TypeScriptCompiler typeScript =
                new TypeScriptCompiler(fastCompiler.join(), TypeScriptLibrary.open(engine), legacyDecorators);
        Worker worker = new Worker(engine, new ProgramCompiler(typeScript), frames);
        worker.warmUp();
        String isolation = Confinement.enter(memoryMegabytes);
        frames.write(
                FrameType.HELLO,
                new Fields().add(FieldNames.ENGINE, engine.description()).add(FieldNames.ISOLATION, isolation));
        serving = true;
        while (true) {
            worker.serve(requests.take());
        }
    }

    private static void prepare(int memoryMegabytes) throws IOException, JavetException {
        silenceLogging();
        CompletableFuture<FastCompiler> fastCompiler = loadFastCompiler();
        IsolateFactory engine = IsolateFactory.start(memoryMegabytes);
        TypeScriptLibrary.install(engine);
        TypeScriptCompiler typeScript =
                new TypeScriptCompiler(fastCompiler.join(), TypeScriptLibrary.open(engine), false);
        Worker worker =
                new Worker(engine, new ProgramCompiler(typeScript), new FrameWriter(OutputStream.nullOutputStream()));
        worker.warmUp();
        worker.loadTheRest();
        Runtime.getRuntime().exit(0);
    }

    /** Two big libraries: loaded side by side. */
    private static CompletableFuture<FastCompiler> loadFastCompiler() {
        return CompletableFuture.supplyAsync(FastCompiler::new);
    }

    private static void silenceLogging() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    private static int memoryMegabytes(List<String> options) {
        for (String argument : options) {
            if (argument.startsWith(MEMORY_OPTION)) {
                return Integer.parseInt(argument.substring(MEMORY_OPTION.length()));
            }
        }
        throw new IllegalArgumentException(MEMORY_OPTION + " is missing");
    }
}
