package io.faasruntime.sandbox;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.api.Validation;
import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.pool.Job;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.WorkerDeath;
import io.faasruntime.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A syntax check: sends the code, gets the parser's findings. */
final class ValidationJob extends Job<Validation> {

    private final Language language;
    private final String code;
    private final Set<String> requiredFunctions;

    ValidationJob(Language language, String code, Set<String> requiredFunctions, Deadline deadline, int memoryMb) {
        super(deadline, memoryMb);
        this.language = language;
        this.code = code;
        this.requiredFunctions = Set.copyOf(requiredFunctions);
    }

    @Override
    protected boolean isSmall() {
        return code.length() <= SMALL_CHARS;
    }

    @Override
    protected Frame request(Duration timeLeft) {
        Fields fields = new Fields().add(FieldNames.LANGUAGE, language.name()).add(FieldNames.CODE, code);
        requiredFunctions.forEach(function -> fields.add(FieldNames.REQUIRES, function));
        return Frame.of(FrameType.VALIDATE, fields);
    }

    @Override
    protected boolean printed(FrameType stream, byte[] bytes) throws ProtocolViolation {
        throw new ProtocolViolation("a parser printed something");
    }

    @Override
    protected Validation done(Fields fields) throws ProtocolViolation {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String diagnostic : fields.all(FieldNames.DIAGNOSTIC)) {
            diagnostics.add(diagnostic(diagnostic));
        }
        return new Validation(diagnostics);
    }

    private static Diagnostic diagnostic(String text) throws ProtocolViolation {
        String[] parts = text.split(":", 6);
        try {
            return new Diagnostic(
                    parts[5],
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Diagnostic.Severity.valueOf(parts[4].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ProtocolViolation("a diagnostic has no valid position or severity");
        }
    }

    /** A parser that crashes or runs out of memory does so because of the code: that is what can be said about it. */
    @Override
    protected Validation died(WorkerDeath death, Duration ran) {
        if (death.ending() == Ending.DEATH) {
            return new Validation(List.of(new Diagnostic(
                    "the parser gave up at this code, which may be nested too deeply",
                    1,
                    1,
                    1,
                    1,
                    Diagnostic.Severity.ERROR)));
        }
        throw new ServiceUnavailableException(
                "the parser could not finish: " + death.describe(),
                EmbeddedBackend.NAME,
                deadline().elapsed(),
                1,
                false,
                null,
                null);
    }
}
