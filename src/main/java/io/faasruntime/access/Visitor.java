package io.faasruntime.access;

import io.faasruntime.access.credential.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Who makes the request that is being answered. To be asked on the thread of the request. */
@Dependent
public class Visitor {

    private final HttpServletRequest request;
    private final AccessSettings settings;

    @Inject
    Visitor(HttpServletRequest request, AccessSettings settings) {
        this.request = request;
        this.settings = settings;
    }

    /** Whether the visitor may see reasons and the state of the workers. */
    public boolean seesDetails() {
        return settings.details().role().map(Judgement.callerOf(request)::may).orElse(true);
    }

    /** Whether the visitor may run code. */
    public boolean runsCode() {
        return Judgement.callerOf(request).may(Role.USER);
    }

    /**
     * The name to share workers out by.
     *
     * @param ext the labels of the run
     */
    public String shareName(Map<String, String> ext) {
        return Judgement.callerOf(request).shareName(ext, settings.sharesBySpace());
    }
}
