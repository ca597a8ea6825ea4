package io.faasruntime.access.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.faasruntime.config.MapConfig;
import io.faasruntime.config.SettingsReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenCheckTest {

    private static RSAKey rsa;
    private static ECKey ec;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("one").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
    }

    private static TokenCheck check(String key, String value) {
        Map<String, String> settings = Map.of(
                "mp.jwt.verify." + key, value, "mp.jwt.verify.issuer", "issuer", "mp.jwt.verify.audiences", "us,them");
        return new TokenCheck(
                TokenSettings.from(new SettingsReader(MapConfig.of(settings))).orElseThrow());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("issuer")
                .audience("us")
                .subject("joe")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("groups", List.of("runtime-user", "somebody"));
    }

    private static String signed(JWTClaimsSet.Builder claims) throws Exception {
        return signed(claims, new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(rsa));
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\\n" + Base64.getEncoder().encodeToString(key)
                + "\\n-----END PUBLIC KEY-----";
    }

    @Test
    void takesKeysInEveryFormOfMicroProfile() throws Exception {
        String token = signed(claims());
        String set = "{\"keys\":[" + rsa.toPublicJWK() + "," + ec.toPublicJWK() + "]}";
        for (String key : List.of(
                pem(rsa.toPublicKey().getEncoded()),
                Base64.getEncoder().encodeToString(rsa.toPublicKey().getEncoded()),
                rsa.toPublicJWK().toString(),
                set,
                Base64.getUrlEncoder().encodeToString(set.getBytes(StandardCharsets.UTF_8)))) {
            Caller caller = check("publickey", key).check(token).caller().orElseThrow();
            assertEquals(new Caller(Caller.Kind.TOKEN, "joe", Set.of(Role.USER)), caller);
        }
        String elliptic = signed(claims(), new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(ec));
        assertFalse(check("publickey", pem(ec.toPublicKey().getEncoded()))
                .check(elliptic)
                .caller()
                .isEmpty());
    }

    @Test
    void asksTheIssuerForItsKeys() throws Exception {
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = ("{\"keys\":[" + rsa.toPublicJWK() + "]}").getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        try {
            String location = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
            assertFalse(check("publickey.location", location)
                    .check(signed(claims()))
                    .caller()
                    .isEmpty());
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void anIssuerThatCannotBeReachedMakesATokenWrong() throws Exception {
        assertWrong(check("publickey.location", "http://127.0.0.1:1/keys").check(signed(claims())));
    }

    @Test
    void theNameIsThatOfMicroProfile() throws Exception {
        TokenCheck check = check("publickey", rsa.toPublicJWK().toString());
        assertEquals(
                "j@x",
                check.check(signed(claims().claim("upn", "j@x")))
                        .caller()
                        .orElseThrow()
                        .name());
        assertEquals(
                "jj",
                check.check(signed(claims().claim("preferred_username", "jj")))
                        .caller()
                        .orElseThrow()
                        .name());
        assertWrong(check.check(signed(claims().subject(null))));
    }

    @Test
    void refusesWhatIsNotForItOrNoLongerOrNotSignedByTheIssuer() throws Exception {
        TokenCheck check = check("publickey", rsa.toPublicJWK().toString());
        Date past = Date.from(Instant.now().minusSeconds(60));
        Date future = Date.from(Instant.now().plusSeconds(60));
        assertEquals(
                "the token has expired",
                check.check(signed(claims().expirationTime(past))).fault());
        assertWrong(check.check(signed(claims().expirationTime(null))));
        assertWrong(check.check(signed(claims().notBeforeTime(future))));
        assertWrong(check.check(signed(claims().issuer("somebody"))));
        assertWrong(check.check(signed(claims().issuer(null))));
        assertWrong(check.check(signed(claims().audience("nobody"))));
        assertWrong(check.check(signed(claims().audience((String) null))));
        RSAKey other = new RSAKeyGenerator(2048).keyID("one").generate();
        assertWrong(check.check(signed(claims(), new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(other))));
        byte[] publicKey = rsa.toPublicKey().getEncoded();
        assertWrong(check.check(signed(claims(), new JWSHeader(JWSAlgorithm.HS256), new MACSigner(publicKey))));
        assertWrong(check.check(signed(claims(), new JWSHeader(JWSAlgorithm.PS256), new RSASSASigner(rsa))));
        JWSHeader odd = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        assertWrong(check.check(signed(claims(), odd, new RSASSASigner(rsa))));
        for (String garbage : List.of("..", "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIn0.e30.", "\u0000.\u0000.\u0000")) {
            assertWrong(check.check(garbage));
        }
    }

    @Test
    void groupsOfAnyShapeGiveNoRolesTheyDoNotName() throws Exception {
        TokenCheck check = check("publickey", rsa.toPublicJWK().toString());
        for (Object groups : List.of("runtime-admin", 7, Map.of("runtime-admin", true), List.of(1, "RUNTIME-ADMIN"))) {
            assertEquals(
                    Set.of(),
                    check.check(signed(claims().claim("groups", groups)))
                            .caller()
                            .orElseThrow()
                            .roles());
        }
    }

    private static void assertWrong(Verdict verdict) {
        assertEquals(true, verdict.caller().isEmpty() && !verdict.fault().isEmpty());
    }
}
