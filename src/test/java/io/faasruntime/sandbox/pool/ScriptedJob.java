package io.faasruntime.sandbox.pool;

import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.sandbox.process.WorkerDeath;
import io.faasruntime.spi.Deadline;
import java.time.Duration;

/** Sends a script to a scripted worker; the answer is the status, or how the worker ended. */
class ScriptedJob extends Job<String> {

    private final String script;

    ScriptedJob(String script, Duration limit) {
        super(Deadline.after(limit), 128);
        this.script = script;
    }

    @Override
    protected boolean isSmall() {
        return script.length() < SMALL_CHARS;
    }

    @Override
    protected Frame request(Duration timeLeft) {
        return Frame.of(FrameType.RUN, new Fields().add(FieldNames.CODE, script).add(FieldNames.MEMORY_MB, memoryMb()));
    }

    @Override
    protected boolean printed(FrameType stream, byte[] bytes) {
        return true;
    }

    @Override
    protected String done(Fields fields) {
        return fields.get(FieldNames.STATUS).orElse("");
    }

    @Override
    protected String died(WorkerDeath death, Duration ran) {
        return death.ending().toString();
    }
}
