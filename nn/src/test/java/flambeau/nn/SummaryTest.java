package flambeau.nn;

import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SummaryTest {
    private final Sequential net = new Sequential(
            new Conv2d(3, 4, 3), new BatchNorm2d(4), new Sequential(new ReLU(), new Flatten()), new Linear(144, 10));

    @Test
    void aSummaryIsATable() {
        net.get(3).requiresGrad_(false);
        assertEquals("""
            Layer             Output shape  Parameters  Multiply-adds   Memory
            ------------------------------------------------------------------
            Sequential        [1, 10]               --             --       --
              0: Conv2d       [1, 4, 6, 6]         112          3,888  1.0 KiB
              1: BatchNorm2d  [1, 4, 6, 6]           8             --    608 B
              2: Sequential   [1, 144]              --             --       --
                0: ReLU       [1, 4, 6, 6]          --             --    576 B
                1: Flatten    [1, 144]              --             --    576 B
              3: Linear       [1, 10]            1,450          1,440  5.7 KiB
            ------------------------------------------------------------------
            Input [1, 3, 8, 8]
            Parameters: 1,570, of which trainable: 120
            Multiply-adds: 5,328
            Memory: input 768 B, outputs 2.3 KiB, parameters 6.1 KiB, together 9.2 KiB\
            """, net.summary(1, 3, 8, 8).toString());
    }

    @Test
    void aSummaryLeavesTheNetworkAsItWas() {
        net.get(1).eval();
        net.summary(zeros(2, 3, 8, 8));
        assertTrue(net.isTraining() && net.get(0).isTraining());
        assertFalse(net.get(1).isTraining());
        assertEquals(0, net.getBuffer("1.num_batches_tracked").item().intValue());
    }

    @Test
    void transposedConvolutionsUseTheirWeightsAtEachPlaceOfTheInput() {
        assertEquals(
                2 * 3 * 9 * 16, new ConvTranspose2d(2, 3, 3).summary(1, 2, 4, 4).multiplyAdds());
    }
}
