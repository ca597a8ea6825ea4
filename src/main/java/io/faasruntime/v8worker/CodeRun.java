package io.faasruntime.v8worker;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.values.reference.V8ValuePromise;
import io.faasruntime.v8worker.compile.ProgramCompiler;
import io.faasruntime.v8worker.run.ActiveRun;
import io.faasruntime.v8worker.run.RunRequest;
import io.faasruntime.v8worker.run.RunResult;
import io.faasruntime.v8worker.run.RunStatus;
import io.faasruntime.v8worker.source.Failure;
import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.Program;
import io.faasruntime.v8worker.source.SyntaxException;
import io.faasruntime.v8worker.v8.Isolate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One run, from source to outcome: compile, run, then timers and promises until nothing is left to do. */
final class CodeRun {

    private static final double NOTHING_LEFT = -1;

    private final RunRequest request;
    private final ActiveRun run;
    private final Isolate isolate;
    private boolean ownReturnVal;

    CodeRun(RunRequest request, ActiveRun run, Isolate isolate) {
        this.request = request;
        this.run = run;
        this.isolate = isolate;
    }

    RunResult execute(ProgramCompiler compiler) {
        RunStatus status;
        try {
            Program program = compiler.compile(request.language(), request.code(), isolate);
            ownReturnVal = program.ownReturnVal();
            run.usePositions(program.positions());
            runToEnd(program);
            ownReturnVal |= isReturnValReplaced();
            status = run.failure().isPresent() ? RunStatus.ERROR : RunStatus.SUCCESS;
        } catch (SyntaxException e) {
            Failure failure = Failure.of(e.first());
            run.fail(failure, failure.type() + ": " + failure.message());
            status = RunStatus.SYNTAX_ERROR;
        } catch (JavetException e) {
            // A limit's termination; anything else is the engine's own trouble with this code.
            run.fail(new Failure("InternalError", "the engine gave up", Position.UNKNOWN), "");
            status = RunStatus.ERROR;
        }
        return new RunResult(run.limit().orElse(ofMemory(status)), run, ownReturnVal);
    }

    private void runToEnd(Program program) throws JavetException {
        Optional<V8ValuePromise> main = isolate.run(program, request);
        double wait = isolate.next();
        while (wait >= 0 && run.limit().isEmpty()) {
            if (wait > 0) {
                sleep(wait);
            }
            wait = isolate.next();
        }
        boolean unsettled = main.isPresent() && main.get().isPending();
        if (wait == NOTHING_LEFT && unsettled && run.limit().isEmpty()) {
            String message = "a top-level await waits for a promise that nothing will ever settle";
            run.fail(new Failure("UnsettledAwaitError", message, Position.UNKNOWN), "UnsettledAwaitError: " + message);
        }
    }

    private boolean isReturnValReplaced() throws JavetException {
        return run.failure().isEmpty() && run.limit().isEmpty() && isolate.isReturnValReplaced();
    }

    private void sleep(double millis) {
        long nanos = (long) (millis * TimeUnit.MILLISECONDS.toNanos(1));
        LockSupport.parkNanos(this, Math.min(nanos, Math.max(run.remainingNanos(), 0) + 1));
    }

    /** An allocation outside V8's heap that failed: the same limit, met in another way. */
    private RunStatus ofMemory(RunStatus status) {
        boolean noMemory = run.failure()
                .map(failure -> failure.type().equals("RangeError")
                        && (failure.message().contains("Array buffer allocation failed")
                                || failure.message().endsWith(": Out of memory")))
                .orElse(false);
        return status == RunStatus.ERROR && noMemory ? RunStatus.MEMORY_LIMIT : status;
    }
}
