package io.faasruntime.v8worker.run;

import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.v8worker.source.Failure;

/** What the server is told about a run. */
public record RunResult(RunStatus status, ActiveRun run, boolean ownReturnVal) {

    public Fields toFields() {
        Fields fields = new Fields()
                .add(FieldNames.STATUS, status.wireName())
                .add(FieldNames.DURATION_US, run.elapsedMicros())
                .add(FieldNames.OWN_RETURN_VAL, Boolean.toString(ownReturnVal));
        run.result().ifPresent(result -> fields.add(FieldNames.RET_VAL, result));
        if (status == RunStatus.ERROR || status == RunStatus.SYNTAX_ERROR) {
            run.failure().ifPresent(failure -> add(fields, failure));
        }
        return fields;
    }

    private static void add(Fields fields, Failure failure) {
        fields.add(FieldNames.ERROR_TYPE, failure.type()).add(FieldNames.ERROR_MESSAGE, failure.message());
        if (failure.position().isKnown()) {
            fields.add(FieldNames.ERROR_LINE, failure.position().line())
                    .add(FieldNames.ERROR_COLUMN, failure.position().column());
        }
    }
}
