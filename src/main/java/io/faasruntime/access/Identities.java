package io.faasruntime.access;

import io.faasruntime.access.credential.Caller;
import io.faasruntime.access.credential.KeyRing;
import io.faasruntime.access.credential.PresentedCredential;
import io.faasruntime.access.credential.TokenCheck;
import io.faasruntime.access.credential.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Tells whose a credential is. */
class Identities {

    private final KeyRing keys;
    private final Optional<TokenCheck> tokens;

    Identities(AccessSettings settings) {
        this.keys = settings.keys();
        this.tokens = settings.tokens().map(TokenCheck::new);
    }

    /** May ask the issuer for its keys, for some seconds at most, when a token is signed with one that is not known yet. */
    Verdict whose(PresentedCredential credential) {
        if (!credential.isPlausible()) {
            return Verdict.wrong("the credential is empty or too long");
        }
        if (credential.isToken() && tokens.isPresent()) {
            return tokens.get().check(credential.secret());
        }
        return keys.find(credential.secret())
                .map(key -> key.hasEnded(Instant.now())
                        ? Verdict.wrong("the key has ended")
                        : Verdict.of(new Caller(Caller.Kind.KEY, key.name(), key.roles())))
                .orElseGet(() -> Verdict.wrong("the key is not known here"));
    }
}
