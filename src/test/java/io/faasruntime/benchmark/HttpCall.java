package io.faasruntime.benchmark;

import java.net.URI;

/** A request over a connection of its own; an answer that does not report success is a failed call. */
record HttpCall(HttpConnection connection, byte[] request, String success) implements Call {

    HttpCall(URI base, byte[] request, String success) {
        this(new HttpConnection(base), request, success);
    }

    @Override
    public int make() throws Exception {
        HttpConnection.Answer answer = connection.send(request);
        if (answer.status() != 200 || !answer.text().contains(success)) {
            throw new IllegalStateException("status " + answer.status() + ": " + answer.text());
        }
        return 1;
    }

    @Override
    public void close() {
        connection.close();
    }
}
