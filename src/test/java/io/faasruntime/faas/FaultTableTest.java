package io.faasruntime.faas;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of faults against the transport alone. */
class FaultTableTest {

    static Stream<FaultTable.Row> rows() {
        return FaultTable.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void endsAsTheTableSays(FaultTable.Row row) throws Exception {
        row.verify(Calls::backend);
    }
}
