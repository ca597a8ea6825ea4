package io.faasruntime.access;

import io.faasruntime.access.credential.Caller;
import io.faasruntime.access.credential.LogText;
import io.faasruntime.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Carries out what the entrance judged: answers whom it turns away, and says so in the log. */
class Gatekeeper {

    /** One line for each request that was refused: who, why, which limit. */
    private static final Logger AUDIT = Logger.getLogger("faas-runtime.access");

    private final Entrance entrance;
    private final AccessSettings settings;

    Gatekeeper(Entrance entrance, AccessSettings settings) {
        this.entrance = entrance;
        this.settings = settings;
    }

    /** The caller, if the request may go on; otherwise it has been answered. */
    Optional<Caller> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Judgement judgement = entrance.judge(request);
        boolean misled = judgement
                .refusal()
                .map(refusal -> refusal.problem().status() == 421)
                .orElse(false);
        if (!misled) {
            entrance.configuredOrigin(request)
                    .ifPresent(origin -> settings.origins().share(origin, response));
        }
        if (judgement.refusal().isPresent()) {
            refuse(judgement.refusal().get(), judgement.caller(), request, response);
            return Optional.empty();
        }
        if (entrance.preflightOrigin(request).isPresent()) {
            settings.origins().answerPreflight(response);
            response.flushBuffer();
            return Optional.empty();
        }
        return Optional.of(judgement.caller());
    }

    void refuse(Refusal refusal, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = refusal.problem();
        AUDIT.log(Level.INFO, "refused: {0} from {1}, {2} {3} ({4})", new Object[] {
            LogText.of(request.getMethod()),
            LogText.of(String.valueOf(request.getRemoteAddr())),
            caller.kind() == Caller.Kind.ADDRESS ? "no credential" : caller,
            Integer.toString(problem.status()),
            refusal.limit()
        });
        response.setStatus(problem.status());
        refusal.headers().forEach(response::setHeader);
        problem.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        response.setHeader("Cache-Control", "no-store");
        byte[] body = problem.toJson().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        // Closed, so that nothing that comes later can add to it.
        try (var out = response.getOutputStream()) {
            out.write(body);
        }
    }
}
