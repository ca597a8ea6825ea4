import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * Run by the build: cuts the ICU common data that V8 needs for Intl out of a library that carries it, and keeps what a
 * JavaScript engine uses in some widespread languages.
 *
 * <p>The data of exactly this ICU version is nowhere on Maven Central as a file. OpenJFX's WebKit for Linux has it in its
 * read-only data, complete, in the byte order of the machine: a table of contents, then the items. The data itself is
 * under the Unicode licence.
 *
 * <p>Arguments: jar with the library, name of the library, name of the package ("icudt77l"), output file.
 */
public final class IcuData {

    private static final Set<String> LANGUAGES = Set.of(
            "ar", "de", "en", "es", "fr", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "th", "tr", "uk",
            "vi", "zh", "root", "pool", "res", "und");

    /** Trees with one bundle per locale; in the others every item counts. */
    private static final Set<String> LOCALE_TREES = Set.of("", "brkitr", "coll", "curr", "lang", "region", "unit", "zone");

    /** Code page conversion, transliteration, spelled-out numbers, names of characters, confusables, StringPrep. */
    private static final Set<String> UNUSED_TREES = Set.of("translit", "rbnf");

    private static final Set<String> UNUSED_SUFFIXES = Set.of("cnv", "spp", "cfu");
    private static final Set<String> UNUSED_ITEMS = Set.of(
            "unames.icu", "cnvalias.icu", "brkitr/burmesedict.dict", "brkitr/khmerdict.dict", "brkitr/laodict.dict");

    private static final int HEADER_MAGIC = 0x27DA;
    private static final int ALIGNMENT = 16;

    private final ByteBuffer library;
    private final String prefix;

    private IcuData(byte[] library, String packageName) {
        this.library = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        this.prefix = packageName + "/";
    }

    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[3]);
        if (Files.exists(output)) {
            return;
        }
        IcuData data = new IcuData(read(arguments[0], arguments[1]), arguments[2]);
        Files.createDirectories(output.getParent());
        Files.write(output, data.extract());
    }

    private static byte[] read(String jar, String library) throws IOException {
        try (ZipFile zip = new ZipFile(jar);
                InputStream content = zip.getInputStream(zip.getEntry(library))) {
            return content.readAllBytes();
        }
    }

    private byte[] extract() {
        int start = findPackage();
        int base = start + headerSize(start);
        byte[] header = bytes(start, base - start);
        return write(header, select(readItems(base)));
    }

    /** The header of a common data package ("CmnD") that is not empty and carries the wanted name. */
    private int findPackage() {
        for (int at = 0; at < library.limit() - 64; at += 4) {
            if (library.getShort(at + 2) == HEADER_MAGIC && text(at + 12, 4).equals("CmnD")) {
                int base = at + headerSize(at);
                int count = library.getInt(base);
                if (count > 0 && name(base, 0).startsWith(prefix)) {
                    return at;
                }
            }
        }
        throw new IllegalStateException("the library carries no ICU data " + prefix);
    }

    private Map<String, byte[]> readItems(int base) {
        Map<String, byte[]> items = new TreeMap<>();
        int count = library.getInt(base);
        for (int i = 0; i < count; i++) {
            int offset = library.getInt(base + 8 + 8 * i);
            int end = i + 1 < count ? library.getInt(base + 8 + 8 * (i + 1)) : offset + bundleSize(base + offset);
            items.put(name(base, i).substring(prefix.length()), bytes(base + offset, end - offset));
        }
        return items;
    }

    private static Map<String, byte[]> select(Map<String, byte[]> items) {
        Map<String, byte[]> selected = new TreeMap<>(items);
        selected.keySet().removeIf(item -> !isUsed(item));
        return selected;
    }

    private static boolean isUsed(String item) {
        int slash = item.indexOf('/');
        String tree = slash < 0 ? "" : item.substring(0, slash);
        String suffix = item.substring(item.lastIndexOf('.') + 1);
        if (UNUSED_TREES.contains(tree) || UNUSED_SUFFIXES.contains(suffix) || UNUSED_ITEMS.contains(item)) {
            return false;
        }
        String bundle = item.substring(slash + 1, item.lastIndexOf('.'));
        String language = bundle.split("_")[0];
        boolean isLocale = suffix.equals("res") && LOCALE_TREES.contains(tree) && language.length() <= 3;
        return !isLocale || LANGUAGES.contains(language);
    }

    /** Header; then number of items, offsets of names and items, names, items: offsets from behind the header. */
    private byte[] write(byte[] header, Map<String, byte[]> items) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        int namesStart = 4 + 8 * items.size();
        int namesSize = items.keySet().stream().mapToInt(item -> prefix.length() + item.length() + 1).sum();
        int contentsStart = align(namesStart + namesSize);
        ByteBuffer table = ByteBuffer.allocate(namesStart).order(ByteOrder.LITTLE_ENDIAN).putInt(items.size());
        items.forEach((name, item) -> {
            table.putInt(namesStart + names.size()).putInt(contentsStart + contents.size());
            names.writeBytes((prefix + name + "\0").getBytes(StandardCharsets.US_ASCII));
            contents.writeBytes(item);
            contents.writeBytes(new byte[align(contents.size()) - contents.size()]);
        });
        names.writeBytes(new byte[contentsStart - namesStart - namesSize]);
        return ByteBuffer.allocate(header.length + contentsStart + contents.size())
                .put(header)
                .put(table.array())
                .put(names.toByteArray())
                .put(contents.toByteArray())
                .array();
    }

    private int headerSize(int at) {
        return Short.toUnsignedInt(library.getShort(at));
    }

    /** The fourth index of a resource bundle is its size in words. */
    private int bundleSize(int at) {
        int header = headerSize(at);
        return header + 4 * library.getInt(at + header + 4 * 4);
    }

    private String name(int base, int index) {
        int at = base + library.getInt(base + 4 + 8 * index);
        int end = at;
        while (library.get(end) != 0) {
            end++;
        }
        return text(at, end - at);
    }

    private String text(int at, int length) {
        return new String(library.array(), at, length, StandardCharsets.US_ASCII);
    }

    private byte[] bytes(int at, int length) {
        byte[] result = new byte[length];
        library.get(at, result);
        return result;
    }

    private static int align(int position) {
        return (position + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
