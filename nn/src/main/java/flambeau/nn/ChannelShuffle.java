package flambeau.nn;

import static flambeau.functional.F.channelShuffle;

import flambeau.tensor.Tensor;

/**
 * The channels of all groups in turn: channel {@code g k + i}, number i of group g, becomes number {@code i groups + g}.
 *
 * <p>Input and output {@code [n, c, ..]}. Source: {@code torch.nn.ChannelShuffle}; Zhang et al., ShuffleNet.
 *
 * {@snippet :
 * var y = new ChannelShuffle(2).apply(x);
 * }
 */
public class ChannelShuffle extends Layer {
    private final int groups;

    /**
     * A shuffle.
     *
     * @param groups the number of groups
     * @throws IllegalArgumentException if it is not positive
     */
    public ChannelShuffle(int groups) {
        if (groups < 1) throw new IllegalArgumentException("ChannelShuffle: groups must be positive, got " + groups);
        this.groups = groups;
    }

    @Override
    protected Tensor forward(Tensor x) {
        return channelShuffle(x, groups);
    }

    @Override
    protected String extraRepr() {
        return "groups=" + groups;
    }
}
