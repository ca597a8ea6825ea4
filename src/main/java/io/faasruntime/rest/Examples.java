package io.faasruntime.rest;

/** Request and response bodies shown in the OpenAPI document. */
final class Examples {

    static final String RUN = """
            {"code": "return_val({'score': 1.0 if input['answer'] == 'Paris' else 0.0})",
             "input": {"answer": "Paris"},
             "timeout": 5000,
             "limits": {"memory_mb": 128, "max_output_bytes": 1048576}}""";

    static final String RESULT = """
            {"output": {"stdout": "", "stderr": "", "ret_val": "{\\"score\\": 1.0}"},
             "metadata": {"language": "python", "status": "success", "duration": 4, "queue_ms": 0, "exit_code": 0,
                          "timed_out": false, "truncated": false, "engine": "CPython 3.14.3"}}""";

    static final String PROBLEM = """
            {"type": "urn:faas-runtime:problem:invalid-request", "title": "The request is not valid", "status": 400,
             "detail": "timeout is -1; allowed is a whole number of milliseconds, 1 or more", "field": "timeout",
             "retryable": false}""";

    static final String CODE = """
            {"code": "def f(x) return x"}""";

    static final String FINDINGS = """
            {"valid": false,
             "diagnostics": [{"message": "expected ':'", "line": 1, "column": 10, "endLine": 1, "endColumn": 16,
                              "severity": "error"}]}""";

    private Examples() {}
}
