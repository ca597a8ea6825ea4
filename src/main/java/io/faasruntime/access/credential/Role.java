package io.faasruntime.access.credential;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do. */
public enum Role {
    /** Runs and checks code. */
    USER("runtime-user"),
    /** Also clears caches and sees the state of the workers. */
    ADMIN("runtime-admin");

    public static final Set<Role> ALL = Set.of(values());

    private final String groupName;

    Role(String groupName) {
        this.groupName = groupName;
    }

    /** The name of the role in keys, in the {@code groups} of a token, and in the container. */
    public String groupName() {
        return groupName;
    }

    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.groupName.equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Role::groupName).collect(Collectors.joining(", "));
    }
}
