package flambeau.tensor;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class OpTableTest {
    @TestFactory
    Stream<DynamicNode> everyOperationDoesWhatPyTorchDoes() {
        return OpTable.rows().stream().map(OpTableTest::checks);
    }

    private static DynamicNode checks(Row row) {
        var checks = new ArrayList<DynamicNode>();
        checks.add(dynamicTest("value", () -> OpChecks.value(row)));
        checks.add(dynamicTest("views as inputs", () -> OpChecks.views(row)));
        checks.add(dynamicTest("dtypes", () -> OpChecks.dtypes(row)));
        if (row.differentiable()) checks.add(dynamicTest("gradient", () -> OpChecks.gradient(row)));
        if (row.smooth()) {
            checks.add(dynamicTest("second order", () -> OpChecks.secondOrder(row)));
            checks.add(dynamicTest("gradcheck", () -> GradientChecks.plain(row)));
            checks.add(dynamicTest("gradcheck of views", () -> GradientChecks.strided(row)));
            checks.add(dynamicTest("gradcheck with broadcasting", () -> GradientChecks.broadcasting(row)));
        }
        for (var empty : row.onEmpty())
            checks.add(dynamicTest("empty " + empty, () -> {
                OpChecks.value(empty);
                if (row.differentiable()) OpChecks.gradient(empty);
                if (row.smooth()) GradientChecks.empty(empty);
            }));
        for (var refusal : row.refusals())
            checks.add(dynamicTest("refuses: " + refusal.message(), () -> OpChecks.refusal(row, refusal)));
        return dynamicContainer(row.toString(), checks);
    }
}
