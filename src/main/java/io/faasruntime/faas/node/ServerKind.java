package io.faasruntime.faas.node;

import io.faasruntime.api.Language;
import io.faasruntime.wire.HealthDocument;
import java.util.Locale;
import java.util.Set;

/**
 * Which kind of server a node is, by what it says in {@code GET /health}.
 *
 * @param own one of ours: has {@code return_val} and {@code input}, and says exactly how a run ended
 * @param languages what it declares, canonical names
 * @param down which of them it says it cannot run now
 * @param runtime what runs the code there, as it calls it; empty when it does not say
 */
public record ServerKind(boolean own, Set<String> languages, Set<String> down, String runtime) {

    private static final String PYODIDE = "pyodide";

    /** Any server of the contract, coze-loop's included. */
    public static final ServerKind FOREIGN = new ServerKind(false, Set.of(), Set.of(), "");

    public ServerKind {
        languages = Set.copyOf(languages);
        down = Set.copyOf(down);
    }

    /** What {@code health}, the body of a health answer, tells. */
    public static ServerKind of(byte[] health) {
        HealthDocument told = HealthDocument.read(health);
        return new ServerKind(told.own(), told.languages(), told.down().keySet(), told.runtime());
    }

    /** The name {@code language} has in a request: servers that do not declare TypeScript run it as JavaScript. */
    public String wireName(Language language) {
        boolean script = language.equals(Language.TYPESCRIPT);
        return script && !languages.contains(language.name()) ? Language.JAVASCRIPT.name() : language.name();
    }

    /** Whether {@code language} has to become another one before it is sent. */
    public boolean needsConversion(Language language) {
        return !own && language.equals(Language.TYPESCRIPT);
    }

    /**
     * Whether it is one that leaves a run alone when its time is up, and the request unanswered: coze-loop's Python server
     * hands the time limit to something that does not know it.
     */
    public boolean ignoresTimeLimits() {
        return !own && runtime.toLowerCase(Locale.ROOT).startsWith(PYODIDE);
    }

    /** Whether it can run {@code language}, going by the status of its health answer and what that says in detail. */
    public boolean runs(Language language, int healthStatus) {
        return own ? !down.contains(wireName(language)) : healthStatus == 200;
    }
}
