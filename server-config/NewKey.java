import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes an API key: {@code java server-config/NewKey.java NAME ROLE[+ROLE] [LAST-DAY+1 as 2027-01-31]}.
 *
 * <p>The key is written to standard output, and nowhere else: whoever calls the server keeps it. The line for the server,
 * which has the key's hash only, is written to standard error.
 */
class NewKey {

    private static final String ALLOWED = "usage: java NewKey.java NAME ROLE[+ROLE] [YYYY-MM-DD]\n"
            + "NAME: letters, digits, . _ -    ROLE: runtime-user, runtime-admin    the day it ends: optional";

    public static void main(String[] args) throws Exception {
        boolean allowed = (args.length == 2 || args.length == 3)
                && args[0].matches("[A-Za-z0-9._-]{1,64}")
                && args[1].matches("runtime-(user|admin)(\\+runtime-(user|admin))*")
                && (args.length == 2 || args[2].matches("\\d{4}-\\d{2}-\\d{2}"));
        if (!allowed) {
            System.err.println(ALLOWED);
            System.exit(2);
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = "frk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        String line = args[0] + ":" + args[1] + ":" + HexFormat.of().formatHex(hash)
                + (args.length == 3 ? ":" + args[2] : "");
        System.err.println("FAAS_RUNTIME_ACCESS_KEYS=" + line);
        System.out.println(key);
    }
}
