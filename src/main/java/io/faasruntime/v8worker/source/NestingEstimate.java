package io.faasruntime.v8worker.source;

import java.util.Arrays;

/**
 * How deep a parser may have to go into a text: open brackets, and the operators, calls and accesses that are chained in
 * each of them. Rough on purpose, and linear: swc recurses without a limit of its own and takes the process down with
 * it, so what looks pathological is refused before.
 */
public final class NestingEstimate {

    private static final String OPERATORS = "+-*/%&|^!~?:=<>.";

    private final String code;
    private int at;
    private int depth;
    private int total;
    private int deepest;
    /** Per open bracket, what is chained in it since the last separator. */
    private int[] chains = new int[64];

    private NestingEstimate(String code) {
        this.code = code;
    }

    public static int of(String code) {
        return new NestingEstimate(code).measure();
    }

    private int measure() {
        while (at < code.length()) {
            char c = code.charAt(at);
            switch (c) {
                case '"', '\'' -> skipString(c);
                case '/' -> skipCommentOrCount();
                case '(', '[', '{' -> open();
                case ')', ']', '}' -> close();
                case ';', ',', '\n' -> separate();
                default -> count(c);
            }
            at++;
        }
        return deepest;
    }

    private void open() {
        depth++;
        if (depth == chains.length) {
            chains = Arrays.copyOf(chains, 2 * depth);
        }
        chains[depth] = 0;
        add(1);
    }

    private void close() {
        if (depth > 0) {
            total -= chains[depth];
            depth--;
            add(1);
        }
    }

    private void separate() {
        total -= chains[depth];
        chains[depth] = 0;
    }

    private void count(char c) {
        if (OPERATORS.indexOf(c) >= 0) {
            add(1);
        }
    }

    private void add(int links) {
        chains[depth] += links;
        total += links;
        deepest = Math.max(deepest, total);
    }

    private void skipString(char quote) {
        for (at++; at < code.length() && code.charAt(at) != quote && code.charAt(at) != '\n'; at++) {
            if (code.charAt(at) == '\\') {
                at++;
            }
        }
    }

    private void skipCommentOrCount() {
        if (code.startsWith("//", at)) {
            int end = code.indexOf('\n', at);
            at = end < 0 ? code.length() : end - 1;
        } else if (code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            at = end < 0 ? code.length() : end + 1;
        } else {
            add(1);
        }
    }
}
