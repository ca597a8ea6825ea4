package io.faasruntime.v8worker.run;

import io.faasruntime.protocol.Fields;
import io.faasruntime.v8worker.source.Failure;

/** What the server is told about a run. */
public record RunResult(RunStatus status, ActiveRun run, boolean ownReturnVal) {

    public Fields toFields() {
        Fields fields = new Fields()
                .add("status", status.wireName())
                .add("exit_code", status.exitCode)
                .add("duration_us", run.elapsedMicros())
                .add("own_return_val", Boolean.toString(ownReturnVal));
        run.result().ifPresent(result -> fields.add("ret_val", result));
        if (status == RunStatus.ERROR || status == RunStatus.SYNTAX_ERROR) {
            run.failure().ifPresent(failure -> add(fields, failure));
        }
        return fields;
    }

    private static void add(Fields fields, Failure failure) {
        fields.add("error_type", failure.type()).add("error_message", failure.message());
        if (failure.position().isKnown()) {
            fields.add("error_line", failure.position().line())
                    .add("error_column", failure.position().column());
        }
    }
}
