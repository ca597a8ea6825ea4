package io.faasruntime.sandbox.engine;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A worker process that does what the code says, each line a command, to show the pool every way of going wrong. */
final class ScriptedWorker {

    private static final OutputStream OUT = System.out;

    private ScriptedWorker() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("refuse")) {
            System.err.println("this worker does not want to start");
            System.exit(3);
        }
        Frame.of(FrameType.HELLO, new Fields().add("engine", "scripted").add("isolation", "none"))
                .writeTo(OUT);
        try {
            while (true) {
                serve(Frame.readFrom(System.in, 1 << 26));
            }
        } catch (EOFException e) {
            System.exit(0);
        }
    }

    private static void serve(Frame frame) throws Exception {
        Frame.of(FrameType.BEGUN, new Fields()).writeTo(OUT);
        for (String line : frame.fields().require("code").split("\n")) {
            String[] words = line.split(" ", 2);
            perform(words[0], words.length > 1 ? words[1] : "");
        }
        Frame.of(
                        FrameType.DONE,
                        new Fields()
                                .add("status", "success")
                                .add("duration_us", 1)
                                .add("own_return_val", "false")
                                .add("ret_val", frame.fields().require("memory_mb")))
                .writeTo(OUT);
    }

    private static void perform(String command, String argument) throws Exception {
        switch (command) {
            case "print" -> print(argument);
            case "flood" -> {
                while (true) {
                    print("x".repeat(1000));
                }
            }
            case "sleep" -> Thread.sleep(Long.parseLong(argument));
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            case "exit" -> System.exit(Integer.parseInt(argument));
            case "die-of-memory" -> {
                System.err.println("Fatal: out of memory");
                System.exit(1);
            }
            case "garbage" -> write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            case "half-frame" -> {
                write(new byte[] {0, 0, 0, 100, 'D', 1});
                System.exit(0);
            }
            case "wrong-status" ->
                Frame.of(FrameType.DONE, new Fields().add("status", "splendid")).writeTo(OUT);
            case "huge-result" -> {
                Fields done = new Fields().add("status", "success").add("duration_us", 1);
                Frame.of(FrameType.DONE, done.add("ret_val", "x".repeat((8 << 20) + 1)))
                        .writeTo(OUT);
            }
            case "done-twice" -> {
                Fields done = new Fields().add("status", "success").add("duration_us", 1);
                Frame.of(FrameType.DONE, done).writeTo(OUT);
            }
            default -> throw new IllegalArgumentException(command);
        }
    }

    private static void print(String text) throws IOException {
        new Frame(FrameType.STDOUT, text.getBytes(StandardCharsets.UTF_8)).writeTo(OUT);
    }

    private static void write(byte[] bytes) throws IOException {
        OUT.write(bytes);
        OUT.flush();
    }
}
