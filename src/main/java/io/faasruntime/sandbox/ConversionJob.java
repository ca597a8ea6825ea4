package io.faasruntime.sandbox;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.protocol.PositionTable;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.pool.Job;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.WorkerDeath;
import io.faasruntime.spi.Conversion;
import io.faasruntime.spi.Deadline;
import java.time.Duration;
import java.util.Optional;

/** Makes code in one language into code in another: sends the one, gets the other. */
final class ConversionJob extends Job<Conversion> {

    private final Language language;
    private final String code;

    ConversionJob(Language language, String code, Deadline deadline, int memoryMb) {
        super(deadline, memoryMb);
        this.language = language;
        this.code = code;
    }

    @Override
    protected boolean isSmall() {
        return code.length() <= SMALL_CHARS;
    }

    @Override
    protected Frame request(Duration timeLeft) {
        return Frame.of(
                FrameType.CONVERT,
                new Fields().add(FieldNames.LANGUAGE, language.name()).add(FieldNames.CODE, code));
    }

    @Override
    protected boolean printed(FrameType stream, byte[] bytes) throws ProtocolViolation {
        throw new ProtocolViolation("a converter printed something");
    }

    @Override
    protected Conversion done(Fields fields) throws ProtocolViolation {
        Optional<String> type = fields.get(FieldNames.ERROR_TYPE);
        if (type.isPresent()) {
            return Conversion.failed(new ExecutionError(
                    type.get(),
                    fields.get(FieldNames.ERROR_MESSAGE).orElse(""),
                    (int) fields.getLong(FieldNames.ERROR_LINE, 0),
                    (int) fields.getLong(FieldNames.ERROR_COLUMN, 0)));
        }
        PositionTable table = PositionTable.parse(fields.require(FieldNames.POSITIONS));
        return Conversion.of(fields.require(FieldNames.CODE), (line, column) -> {
            PositionTable.Place place = table.source(line, column);
            return new Conversion.Position(place.line(), place.column());
        });
    }

    /** A parser that crashes or runs out of memory does so because of the code: that is what can be said about it. */
    @Override
    protected Conversion died(WorkerDeath death, Duration ran) {
        if (death.ending() == Ending.DEATH) {
            String message = "the parser gave up at this code, which may be nested too deeply";
            return Conversion.failed(new ExecutionError("SyntaxError", message, 1, 1));
        }
        throw ServiceUnavailableException.failed(
                "the code could not be converted: " + death.describe(),
                new ServiceCall(EmbeddedBackend.NAME, deadline().elapsed(), 1),
                null);
    }
}
