package io.faasruntime.access.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.config.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    private static final String LOOPBACK = "127.0.0.1";

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "LOCALHOST:9080, localhost",
        "127.0.0.1:1, 127.0.0.1",
        "[::1]:9080, [::1]",
        "node-1.example.com:65535, node-1.example.com",
        "a_b:, a_b"
    })
    void aHostHeaderHasANameAndPerhapsAPort(String header, String name) {
        assertEquals(Optional.of(name), HostNames.name(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a/b", "a@b", "a,b", "a:b", "::1", "[::1", "a:1:2", "a\"><x>", "a:123456", "ä"})
    void anythingElseHasNone(String header) {
        assertEquals(Optional.empty(), HostNames.name(header));
    }

    @Test
    void itsOwnNamesAreThoseOfTheLoopbackInterfaceAndThoseThatAreConfigured() {
        HostNames names = HostNames.of("hosts", List.of("Node.Example", "fd00::7"));
        for (String own : List.of("localhost", "127.0.0.1", "[::1]", "node.example", "[fd00::7]")) {
            assertTrue(names.accept(own, LOOPBACK), own);
        }
        for (String foreign : List.of("evil.example", "node.example.evil", "127.0.0.2", "[::2]", "0.0.0.0")) {
            assertFalse(names.accept(foreign, LOOPBACK), foreign);
        }
        assertTrue(HostNames.of("hosts", List.of("*")).accept("evil.example", LOOPBACK));
    }

    @Test
    void theBareAddressThatTheRequestCameInAtIsGood() {
        HostNames names = HostNames.of("hosts", List.of());
        assertTrue(names.accept("10.0.0.7", "10.0.0.7"));
        assertTrue(names.accept("[fd00:0:0::7]", "fd00:0:0:0:0:0:0:7%eth0"));
        assertFalse(names.accept("10.0.0.8", "10.0.0.7"));
        assertFalse(names.accept("ten.example", "10.0.0.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a", "a:80", "a/b", "a b", "*.example"})
    void whatIsNoNameCannotBeConfigured(String name) {
        assertThrows(InvalidConfigurationException.class, () -> HostNames.of("hosts", List.of(name)));
    }

    @Test
    void bindingToEveryAddressIsNotLoopback() {
        assertTrue(NetworkAddress.bindsToLoopback("localhost"));
        assertTrue(NetworkAddress.bindsToLoopback("127.0.0.3"));
        assertTrue(NetworkAddress.bindsToLoopback("::1"));
        for (String open : List.of("*", "0.0.0.0", "::", "192.0.2.1", "no such host")) {
            assertFalse(NetworkAddress.bindsToLoopback(open), open);
        }
    }
}
