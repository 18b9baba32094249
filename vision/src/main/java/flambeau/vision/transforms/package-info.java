/**
 * Image transforms.
 *
 * <p>A transform is any {@link java.util.function.Function}: from image to image, from image to tensor, from tensor to tensor. So
 * lambdas and layers are transforms too, and {@code andThen} joins two of them with their types checked; {@link
 * flambeau.vision.transforms.Compose} joins many, as in PyTorch. PIL's images are Java's {@link java.awt.image.BufferedImage}.
 *
 * {@snippet :
 * var transform = new Compose<BufferedImage, Tensor>(new ToTensor(), new Normalize(0.1307, 0.3081));
 * var digits = new MNIST(Path.of("data"), train(true), transform(transform));
 * }
 */
@NullMarked
package flambeau.vision.transforms;

import org.jspecify.annotations.NullMarked;
