package io.faasruntime.v8worker;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.v8worker.compile.ProgramCompiler;
import io.faasruntime.v8worker.pipe.FrameWriter;
import io.faasruntime.v8worker.run.ActiveRun;
import io.faasruntime.v8worker.run.OutputFlusher;
import io.faasruntime.v8worker.run.OutputSink;
import io.faasruntime.v8worker.run.RunRequest;
import io.faasruntime.v8worker.run.RunResult;
import io.faasruntime.v8worker.run.Watchdog;
import io.faasruntime.v8worker.source.SourceLanguage;
import io.faasruntime.v8worker.v8.Isolate;
import io.faasruntime.v8worker.v8.IsolateFactory;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Serves one request after the other. The next isolate is made while nobody waits for it. */
final class Worker {

    private static final Set<FrameType> WORK = EnumSet.of(FrameType.RUN, FrameType.VALIDATE, FrameType.CONVERT);
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(10);

    private final IsolateFactory engine;
    private final ProgramCompiler compiler;
    private final FrameWriter frames;
    private final Watchdog watchdog = new Watchdog();
    private final OutputFlusher flusher = new OutputFlusher();
    private Isolate next;

    Worker(IsolateFactory engine, ProgramCompiler compiler, FrameWriter frames) throws JavetException {
        this.engine = engine;
        this.compiler = compiler;
        this.frames = frames;
        this.next = engine.createIsolate();
    }

    /** Runs a little of everything once, so that the first user does not pay for loading it. */
    void warmUp() throws JavetException {
        watchdog.start();
        flusher.start();
        for (SourceLanguage language : SourceLanguage.values()) {
            rehearse(language, "const warm = await 1; console.log({ warm }); setTimeout(() => return_val([warm]), 1);");
        }
    }

    /** Runs what few runs need, too, so that its classes are known. */
    void loadTheRest() throws JavetException {
        rehearse(SourceLanguage.TYPESCRIPT, "@((type: unknown) => {}) class A {}\nlet b: number = ;");
        rehearse(SourceLanguage.TYPESCRIPT, "@((type: unknown) => {}) class A {}\nnull.length");
        rehearse(SourceLanguage.JAVASCRIPT, "export const a = await (1); export default function () {}");
        CodeConversion.of("let a: number = 1", compiler, next);
        SyntaxCheck.of(SourceLanguage.JAVASCRIPT, "let a = 1", List.of("a"), compiler, next);
        replaceIsolate();
    }

    private void rehearse(SourceLanguage language, String code) throws JavetException {
        FrameWriter nobody = new FrameWriter(OutputStream.nullOutputStream());
        serve(new RunRequest(language, code, Optional.of("{}"), Optional.empty(), WARM_UP_LIMIT, 1_000, 1_000), nobody);
    }

    void serve(Frame request) throws JavetException, ProtocolViolation {
        if (WORK.contains(request.type())) {
            frames.write(FrameType.BEGUN, new Fields());
        }
        switch (request.type()) {
            case RUN -> serve(RunRequest.from(request.fields()), frames);
            case VALIDATE -> validate(request.fields());
            case CONVERT -> convert(request.fields());
            default -> throw new ProtocolViolation("unexpected frame " + request.type());
        }
    }

    private void serve(RunRequest request, FrameWriter answers) throws JavetException {
        Isolate isolate = next;
        OutputSink output = new OutputSink(answers, request.maxOutputBytes());
        ActiveRun run = new ActiveRun(request, output, () -> {
            isolate.terminate();
            compiler.terminate();
        });
        isolate.attach(run);
        watchdog.watch(run);
        flusher.watch(output);
        RunResult outcome = new CodeRun(request, run, isolate).execute(compiler);
        watchdog.release();
        flusher.release();
        output.flush();
        answers.write(FrameType.DONE, outcome.toFields());
        replaceIsolate();
    }

    private void validate(Fields fields) throws JavetException, ProtocolViolation {
        SourceLanguage language = SourceLanguage.of(fields.require(FieldNames.LANGUAGE));
        frames.write(
                FrameType.DONE,
                SyntaxCheck.of(
                        language, fields.require(FieldNames.CODE), fields.all(FieldNames.REQUIRES), compiler, next));
        replaceIsolate();
    }

    private void convert(Fields fields) throws JavetException, ProtocolViolation {
        if (SourceLanguage.of(fields.require(FieldNames.LANGUAGE)) != SourceLanguage.TYPESCRIPT) {
            throw new ProtocolViolation("nothing to convert");
        }
        frames.write(FrameType.DONE, CodeConversion.of(fields.require(FieldNames.CODE), compiler, next));
        replaceIsolate();
    }

    private void replaceIsolate() throws JavetException {
        next.close();
        next = engine.createIsolate();
    }
}
