package io.faasruntime.access;

import io.faasruntime.access.credential.Role;
import io.faasruntime.config.SettingsReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sees something that is neither a run nor a probe: a setting. */
public enum Audience {
    /** Everybody who reaches the port. */
    ANYBODY("anybody", null),
    USER("runtime-user", Role.USER),
    ADMIN("runtime-admin", Role.ADMIN);

    private final String settingName;
    private final @Nullable Role role;

    Audience(String settingName, @Nullable Role role) {
        this.settingName = settingName;
        this.role = role;
    }

    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    static Audience read(SettingsReader settings, String key, Audience absent) {
        List<String> names =
                Arrays.stream(values()).map(audience -> audience.settingName).toList();
        return values()[names.indexOf(settings.choice(key, absent.settingName, names))];
    }
}
