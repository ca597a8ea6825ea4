package io.faasruntime.access.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Caller KEY = new Caller(Caller.Kind.KEY, "ci", Set.of(Role.USER));
    private static final Caller STRANGER = new Caller(Caller.Kind.ADDRESS, "10.0.0.7", Set.of());
    private static final Map<String, String> SPACE = Map.of("space_id", "7");

    @Test
    void whoIsKnownByACredentialCannotTakeAnotherName() {
        assertEquals("key:ci", KEY.shareName(SPACE, true));
        assertEquals("token:ci", new Caller(Caller.Kind.TOKEN, "ci", Set.of()).shareName(SPACE, true));
    }

    @Test
    void whoIsNotIsToldApartByAddressOrIfTheOperatorSaysSoBySpace() {
        assertEquals("address:10.0.0.7", STRANGER.shareName(SPACE, false));
        assertEquals("space:7", STRANGER.shareName(SPACE, true));
        assertEquals("address:10.0.0.7", STRANGER.shareName(Map.of("space_id", " "), true));
    }

    @Test
    void anAdministratorMayDoWhatAUserMay() {
        assertTrue(new Caller(Caller.Kind.KEY, "ops", Set.of(Role.ADMIN)).may(Role.USER));
        assertFalse(KEY.may(Role.ADMIN));
        assertFalse(STRANGER.may(Role.USER));
    }

    @Test
    void aNameInTheLogIsOneLineThatNoTerminalObeys() {
        String name = "joe\r\nrefused: \u001b[2J" + "x".repeat(200);
        String logged = new Caller(Caller.Kind.TOKEN, name, Set.of()).toString();
        assertEquals("token joe??refused: ?[2J" + "x".repeat(80 - 24), logged);
    }
}
