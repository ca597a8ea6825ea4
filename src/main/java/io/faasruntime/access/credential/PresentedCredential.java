package io.faasruntime.access.credential;

import jakarta.security.enterprise.credential.Credential;

/** A key or a token as a request brought it. Its text is a secret and appears nowhere. */
public final class PresentedCredential implements Credential {

    private static final int LONGEST = 16 << 10;

    private final String secret;

    public PresentedCredential(String secret) {
        this.secret = secret;
    }

    public String secret() {
        return secret;
    }

    public boolean isPlausible() {
        return !secret.isBlank() && secret.length() <= LONGEST;
    }

    /** A JSON web token has three parts with points between them; no key has a point. */
    public boolean isToken() {
        return secret.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public String toString() {
        return "a credential";
    }
}
