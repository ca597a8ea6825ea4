package io.faasruntime.it.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An issuer of JSON web tokens with a key of its own. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.example";
    public static final String AUDIENCE = "faas-runtime";

    private final KeyPair pair;

    public Tokens() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    /** What a server needs to check these tokens. */
    public Map<String, String> settings() {
        return Map.of(
                "MP_JWT_VERIFY_PUBLICKEY", pem(), "MP_JWT_VERIFY_ISSUER", ISSUER, "MP_JWT_VERIFY_AUDIENCES", AUDIENCE);
    }

    public String pem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    public String token(Duration life, String... groups) throws JOSEException {
        return token(ISSUER, AUDIENCE, life, groups);
    }

    public String token(String issuer, String audience, Duration life, String... groups) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("joe")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(life)))
                .claim("groups", List.of(groups))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(pair.getPrivate()));
        return token.serialize();
    }
}
