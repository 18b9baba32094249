package flambeau.vision.io;

/** Which channels a reader makes of what a file holds. */
public enum ImageReadMode {
    /** Those of the file. */
    UNCHANGED(0),
    /** Grey. */
    GRAY(1),
    /** Grey and alpha. */
    GRAY_ALPHA(2),
    /** Red, green and blue. */
    RGB(3),
    /** Red, green, blue and alpha. */
    RGB_ALPHA(4);

    private final int channels;

    ImageReadMode(int channels) {
        this.channels = channels;
    }

    /** The number of channels, of an image that has {@code own} channels. */
    int channels(int own) {
        return this == UNCHANGED ? own : channels;
    }
}
