package io.faasruntime.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets nobody past who was not judged: where the container authenticates nobody, this is the entrance; where it does,
 * the judgement is there already and holds. Declared in web.xml, first of all filters.
 */
public class EntranceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Gatekeeper gatekeeper;

    @Inject
    EntranceFilter(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean admitted = Judgement.of(request).isPresent()
                ? Judgement.of(request).get().refusal().isEmpty()
                : gatekeeper.admit(request, response).isPresent();
        if (admitted) {
            chain.doFilter(request, response);
        }
    }
}
