/** Intents and languages with OpenNLP: training, the models' files, and the understander that the product runs. */
@NullMarked
package io.attune.understanding.opennlp;

import org.jspecify.annotations.NullMarked;
