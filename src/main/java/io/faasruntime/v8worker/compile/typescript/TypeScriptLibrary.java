package io.faasruntime.v8worker.compile.typescript;

import com.caoccao.javet.exceptions.JavetException;
import io.faasruntime.v8worker.v8.CompilerIsolate;
import io.faasruntime.v8worker.v8.IsolateFactory;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The TypeScript compiler, and what V8 has compiled of it, as files of the installation. Every worker keeps them open,
 * because it may open none later, and reads them only when it needs the compiler.
 */
public final class TypeScriptLibrary {

    private static final Path PROGRAM = Path.of("typescript.js");
    private static final Path COMPILED = Path.of("typescript.compiled");
    private static final String FACE = "/io/faasruntime/javascript/typescript/compile.js";
    /** A little of everything: what this needs of the compiler will not have to be compiled again. */
    private static final String REHEARSAL = """
            enum E { A, B = 'b' } namespace N { export const x: number = 1 } namespace N { export type T = typeof x }
            abstract class C<T> { private x?: T; static #p = 1; constructor(readonly y: number, ...z: string[]) { } }
            const f = async (a: string[], { b, ...c }: any = {}): Promise<void> => { for await (const d of a) await d; };
            @((type: any, context: any) => {}) class D { @((value: any, context: any) => value) m() {} accessor z = 1 }
            function* g(this: void) { try { yield* [`${1}`, /a/g, a?.b!.c, <any>d as E satisfies unknown] } finally { } }
            """;

    private final IsolateFactory isolates;
    private final OpenFile program;
    private final OpenFile compiled;
    private final String face;

    private TypeScriptLibrary(IsolateFactory isolates, OpenFile program, OpenFile compiled, String face) {
        this.isolates = isolates;
        this.program = program;
        this.compiled = compiled;
        this.face = face;
    }

    /** Compiles the program in the working directory, for those that {@link #open} there. */
    public static void install(IsolateFactory isolates) throws IOException, JavetException {
        try (CompilerIsolate isolate = isolates.createCompilerIsolate()) {
            isolate.load(Files.readString(PROGRAM) + readFace(), new byte[0]);
            FullCompiler.rehearse(isolate, REHEARSAL);
            Files.write(COMPILED, isolate.compiled());
        }
    }

    /** Opens the files in the working directory. */
    public static TypeScriptLibrary open(IsolateFactory isolates) throws IOException {
        return new TypeScriptLibrary(isolates, OpenFile.open(PROGRAM), OpenFile.open(COMPILED), readFace());
    }

    /**
     * An isolate for the compiler. V8 reserves address space for each, which counts towards the limit of the process: it has
     * to be there before that is set.
     */
    CompilerIsolate createIsolate() throws JavetException {
        return isolates.createCompilerIsolate();
    }

    void loadInto(CompilerIsolate isolate) throws IOException, JavetException {
        String text = new String(program.read(), StandardCharsets.UTF_8);
        isolate.load(text + face, compiled.read());
    }

    /** The program looks for a module system and, finding none, keeps everything in a variable. */
    private static String readFace() throws IOException {
        try (InputStream stream = TypeScriptLibrary.class.getResourceAsStream(FACE)) {
            if (stream == null) {
                throw new FileNotFoundException(FACE);
            }
            return "\nglobalThis.ts = ts;\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A file that is read later, when not even its size could be asked for. */
    private record OpenFile(FileChannel channel, int size) {

        static OpenFile open(Path path) throws IOException {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new OpenFile(channel, Math.toIntExact(channel.size()));
        }

        byte[] read() throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, bytes.position()) < 0) {
                    throw new EOFException("an engine file has become shorter");
                }
            }
            return bytes.array();
        }
    }
}
