package io.faasruntime.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the resources show of the runtimes. */
class ReportsTest {

    private static final HealthStatus UP = HealthStatus.up("embedded", Map.of());
    private static final HealthStatus DOWN = HealthStatus.down("http", "no <answer>", Map.of());

    private static Map<Language, HealthStatus> health(HealthStatus python, HealthStatus js) {
        Map<Language, HealthStatus> health = new LinkedHashMap<>();
        health.put(Language.PYTHON, python);
        health.put(Language.JAVASCRIPT, js);
        return health;
    }

    @Test
    void healthIsUpDegradedOrDown() {
        assertEquals("up", HealthReport.of(health(UP, UP)).status());
        HealthReport degraded = HealthReport.of(health(UP, DOWN));
        assertEquals("degraded", degraded.status());
        assertEquals(
                new HealthReport.Entry("down", "http", "no <answer>"),
                degraded.runtimes().get("js"));
        assertEquals("down", HealthReport.of(health(DOWN, DOWN)).status());
    }

    @Test
    void findingsKeepTheirPlaces() {
        Diagnostic warning = new Diagnostic("unused", 1, 2, 3, 4, Diagnostic.Severity.WARNING);
        Diagnostic error = new Diagnostic("broken", 5, 6, 7, 8, Diagnostic.Severity.ERROR);
        assertTrue(ValidationReport.of(new Validation(List.of(warning))).valid());
        ValidationReport report = ValidationReport.of(new Validation(List.of(warning, error)));
        assertFalse(report.valid());
        assertEquals(
                new ValidationReport.Entry("broken", 5, 6, 7, 8, "error"),
                report.diagnostics().get(1));
    }

    @Test
    void theLandingPageShowsEachLanguageInTextAndInHtml() {
        LandingPage page = new LandingPage("http://localhost:9080", health(UP, DOWN), true);
        assertTrue(page.text().contains("  python   embedded   up\n"), page.text());
        assertTrue(page.text().contains("curl http://localhost:9080/api/runtimes/python/run"), page.text());
        assertTrue(page.html().contains("<td>js</td><td>http</td><td>down: no &lt;answer&gt;</td>"), page.html());
    }

    @Test
    void theLandingPageKeepsReasonsFromThoseWhoMayNotKnow() {
        LandingPage page = new LandingPage("http://localhost:9080", health(UP, DOWN), false);
        assertTrue(page.text().contains("http       down\n"), page.text());
        assertFalse((page.text() + page.html()).contains("no "), page.text());
    }

    @Test
    void nothingThatACallerWroteIsMarkup() {
        LandingPage page = new LandingPage("http://evil\"><script>", health(UP, UP), true);
        assertFalse(page.html().contains("<script>"), page.html());
    }
}
