package io.faasruntime.access.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks JSON web tokens: signature, issuer, audience, times. Safe for use by several threads. */
public final class TokenCheck {

    private static final Set<String> REQUIRED = Set.of("exp");
    private static final String GROUPS = "groups";
    /** Where MicroProfile JWT looks for the name of the caller, in this order. */
    private static final List<String> NAMES = List.of("upn", "preferred_username", "sub");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public TokenCheck(TokenSettings settings) {
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                settings.audiences(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                REQUIRED,
                null);
        claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                settings.algorithms(), settings.keys().source()));
    }

    public Verdict check(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Optional<String> name = name(claims);
            return name.isEmpty()
                    ? Verdict.wrong("the token names no caller")
                    : Verdict.of(new Caller(Caller.Kind.TOKEN, name.get(), roles(claims)));
        } catch (ExpiredJWTException e) {
            return Verdict.wrong("the token has expired");
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            // Why it is wrong is nobody's business who brings a wrong one.
            return Verdict.wrong("the token is not valid here");
        }
    }

    private static Optional<String> name(JWTClaimsSet claims) {
        return NAMES.stream().flatMap(claim -> text(claims.getClaim(claim))).findFirst();
    }

    private static Stream<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Stream.of(text) : Stream.empty();
    }

    private static Set<Role> roles(JWTClaimsSet claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (claims.getClaim(GROUPS) instanceof List<?> groups) {
            groups.stream()
                    .flatMap(TokenCheck::text)
                    .flatMap(group -> Role.named(group).stream())
                    .forEach(roles::add);
        }
        return roles;
    }
}
