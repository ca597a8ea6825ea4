import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run by the build: puts the modules of npm libraries (webjars from Maven Central) together, a bundle per library, as
 * src/main/javascript/core/library.js loads them. A bundle is one arrow function in plain ASCII:
 *
 * <pre>{@code
 * (load, globalThis, Array, …) => load({ __proto__: null,
 *   "whatwg-url/lib/URL.js": [{ "./utils.js": "whatwg-url/lib/utils.js" }, function (module, exports, require) { … }],
 * }, "whatwg-url/webidl2js-wrapper.js")
 * }</pre>
 *
 * <p>The built-ins are parameters: a library keeps those it was loaded with, whatever user code makes of their names. ECMAScript
 * modules become CommonJS ones; of their syntax, what the bundled libraries use is understood, anything else fails the build.
 *
 * <p>Arguments: folder of unpacked webjars, output folder, then for each bundle {@code name=entry}, or
 * {@code name=entry!external!external} with the packages that the loader has to hand in.
 */
public final class JavaScriptLibraries {

    /** As core/library.js passes them. */
    private static final String PARAMETERS = "load, globalThis, Array, ArrayBuffer, Boolean, DataView, Date, Error, JSON, Map, Math,"
            + " Number, Object, Promise, Proxy, RangeError, Reflect, RegExp, Set, String, Symbol, TypeError, URIError,"
            + " Uint16Array, Uint32Array, Uint8Array, WeakMap, TextEncoder, TextDecoder";

    private static final Pattern REQUIRE = Pattern.compile("\\brequire\\(['\"]([^'\"]+)['\"]\\)");
    private static final Pattern IMPORT =
            Pattern.compile("(?ms)^import\\s+(?:(\\w+)|\\*\\s+as\\s+(\\w+)|\\{([^}]*)\\})\\s+from\\s+['\"]([^'\"]+)['\"];?");
    private static final Pattern REEXPORT =
            Pattern.compile("(?ms)^export\\s+(?:(\\*)|\\{([^}]*)\\})\\s+from\\s+['\"]([^'\"]+)['\"];?");
    private static final Pattern EXPORT_LIST = Pattern.compile("(?ms)^export\\s+\\{([^}]*)\\};?$");
    private static final Pattern EXPORT_DECLARATION =
            Pattern.compile("(?m)^export\\s+(const|let|function|class|async function)\\s+(\\w+)");
    private static final Pattern EXPORT_DEFAULT = Pattern.compile("(?m)^export\\s+default\\s+(\\w+);?$");
    private static final Pattern MODULE_SYNTAX = Pattern.compile("(?m)^(import|export)\\b.*");
    private static final Pattern MAIN = Pattern.compile("\"main\"\\s*:\\s*\"([^\"]+)\"");

    private final Path webjars;
    private final Set<String> external;
    private final Map<String, String> bundled = new LinkedHashMap<>();

    private JavaScriptLibraries(Path webjars, Set<String> external) {
        this.webjars = webjars;
        this.external = external;
    }

    public static void main(String[] arguments) throws IOException {
        Path output = Files.createDirectories(Path.of(arguments[1]));
        for (String bundle : List.of(arguments).subList(2, arguments.length)) {
            String[] nameAndEntry = bundle.split("=", 2);
            List<String> parts = List.of(nameAndEntry[1].split("!"));
            Set<String> external = Set.copyOf(parts.subList(1, parts.size()));
            JavaScriptLibraries libraries = new JavaScriptLibraries(Path.of(arguments[0]), external);
            String text = libraries.bundle(parts.get(0));
            Files.writeString(output.resolve(nameAndEntry[0] + ".js"), text, StandardCharsets.US_ASCII);
            Files.writeString(output.resolve(nameAndEntry[0] + ".licenses.txt"), libraries.licenses());
        }
    }

    private String bundle(String entry) throws IOException {
        Deque<String> left = new ArrayDeque<>(List.of(resolve(entry, "")));
        String first = left.peek();
        while (!left.isEmpty()) {
            String module = left.pop();
            if (!bundled.containsKey(module)) {
                bundled.put(module, "");
                bundled.put(module, module(module, left));
            }
        }
        return "(" + PARAMETERS + ") => load({ __proto__: null,\n" + String.join("", bundled.values()) + "}, \"" + first + "\")\n";
    }

    /** Of every package of which the bundle has modules. */
    private String licenses() throws IOException {
        StringBuilder result = new StringBuilder();
        for (String name : new TreeSet<>(bundled.keySet().stream().map(module -> module.replaceFirst("/.*", "")).toList())) {
            try (Stream<Path> files = Files.list(file(name))) {
                Path license = files.filter(file -> file.getFileName().toString().toUpperCase(Locale.ROOT).startsWith("LICEN"))
                        .sorted()
                        .findFirst()
                        .orElseThrow(() -> new IOException(name + " comes without its licence"));
                result.append(name).append("\n\n").append(Files.readString(license)).append("\n");
            }
        }
        return result.toString();
    }

    private String module(String module, Deque<String> left) throws IOException {
        String text = Files.readString(file(module)).replace("\r\n", "\n");
        if (module.endsWith(".json")) {
            return "\"" + module + "\": [{}, function (module) { module.exports = JSON.parse(" + quote(text) + "); }],\n";
        }
        if (MODULE_SYNTAX.matcher(text).find()) {
            text = asCommonJs(module, text);
        }
        Map<String, String> resolved = new TreeMap<>();
        Matcher require = REQUIRE.matcher(text);
        while (require.find()) {
            String name = require.group(1);
            if (external.contains(name)) {
                resolved.put(name, name);
            } else {
                resolved.put(name, resolve(name, module));
                left.add(resolved.get(name));
            }
        }
        String names = resolved.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\": \"" + e.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return "\"" + module + "\": [{ " + names + " }, function (module, exports, require) {\n" + ascii(smaller(text)) + "\n}],\n";
    }

    /** Without comments on lines of their own and without indentation; a module with text over several lines stays as it is. */
    private static String smaller(String text) {
        if (text.lines().anyMatch(line -> line.chars().filter(c -> c == '`').count() % 2 != 0)) {
            return text;
        }
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//")).collect(Collectors.joining("\n"));
    }

    /** The functions of ECMAScript modules are hoisted, so what a module exports is there before what it imports runs. */
    private static String asCommonJs(String module, String source) {
        List<String> exports = new ArrayList<>();
        StringBuilder head = new StringBuilder("'use strict'; ");
        int[] count = {0};
        String text = IMPORT.matcher(source).replaceAll(m -> {
            String from = "require('" + m.group(4) + "')";
            if (m.group(1) != null) {
                // Of a CommonJS module the default is the module.
                return Matcher.quoteReplacement("const " + m.group(1) + "$ = " + from + ", " + m.group(1) + " = " + m.group(1) + "$.default ?? "
                        + m.group(1) + "$;");
            }
            String target = m.group(2) != null ? m.group(2) : "{" + m.group(3).replaceAll("\\s+as\\s+", ": ") + "}";
            return Matcher.quoteReplacement("const " + target + " = " + from + ";");
        });
        text = REEXPORT.matcher(text).replaceAll(m -> {
            String from = "require('" + m.group(3) + "')";
            if (m.group(1) != null) {
                return Matcher.quoteReplacement("Object.assign(exports, " + from + ");");
            }
            String name = "from$" + count[0]++;
            return Matcher.quoteReplacement("const " + name + " = " + from + "; "
                    + names(m.group(2)).map(n -> "exports." + n[1] + " = " + name + "." + n[0] + ";").collect(Collectors.joining(" ")));
        });
        text = EXPORT_LIST.matcher(text).replaceAll(m -> {
            names(m.group(1)).map(JavaScriptLibraries::exported).forEach(exports::add);
            return "";
        });
        text = EXPORT_DEFAULT.matcher(text).replaceAll(m -> {
            exports.add(exported(new String[] {m.group(1), "default"}));
            return "";
        });
        text = EXPORT_DECLARATION.matcher(text).replaceAll(m -> {
            exports.add(exported(new String[] {m.group(2), m.group(2)}));
            return m.group(1) + " " + m.group(2);
        });
        Matcher rest = MODULE_SYNTAX.matcher(text);
        if (rest.find()) {
            throw new IllegalArgumentException(module + ": cannot be bundled: " + rest.group());
        }
        return head.append(String.join(" ", exports)) + "\n" + text;
    }

    private static Stream<String[]> names(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.split("\\s+as\\s+"))
                .map(pair -> new String[] {pair[0], pair[pair.length - 1]});
    }

    private static String exported(String[] name) {
        return "Object.defineProperty(exports, '" + name[1] + "', { get: () => " + name[0] + ", enumerable: true });";
    }

    /** "package/path" of a file below the webjars. */
    private String resolve(String name, String from) throws IOException {
        String path = name;
        if (name.startsWith(".")) {
            path = Path.of(from).resolveSibling(name).normalize().toString();
        } else if (name.startsWith("@")) {
            path = name.substring(1).replaceFirst("/", "__");
        }
        path = path.replaceAll("/$", "");
        for (String candidate : List.of(path, path + ".js", path + ".json", path + "/index.js")) {
            if (Files.isRegularFile(file(candidate))) {
                return candidate;
            }
        }
        Path description = file(path + "/package.json");
        if (Files.exists(description)) {
            Matcher main = MAIN.matcher(Files.readString(description));
            if (main.find()) {
                return resolve("./" + main.group(1), path + "/package.json");
            }
        }
        throw new IOException("no module " + name + ", which " + from + " requires");
    }

    /** A webjar has its files in package/version. */
    private Path file(String module) throws IOException {
        int slash = module.indexOf('/');
        Path directory = webjars.resolve(slash < 0 ? module : module.substring(0, slash));
        if (!Files.isDirectory(directory)) {
            return directory;
        }
        try (Stream<Path> versions = Files.list(directory)) {
            List<Path> found = versions.collect(Collectors.toList());
            if (found.size() != 1) {
                throw new IOException(directory + " has not one version but " + found);
            }
            return found.get(0).resolve(slash < 0 ? "" : module.substring(slash + 1));
        }
    }

    private static String quote(String text) {
        return "'" + ascii(text.strip().replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")) + "'";
    }

    /** A string with one other character takes V8 twice the memory. All of them stand in literals and comments. */
    private static String ascii(String text) {
        return text.codePoints()
                .flatMap(c -> c < 128 ? java.util.stream.IntStream.of(c) : escaped(c).chars())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String escaped(int codePoint) {
        StringBuilder text = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            text.append(String.format("\\u%04x", (int) unit));
        }
        return text.toString();
    }
}
