/** The room that knows LangChain4j: embeddings computed in this process. */
@NullMarked
package io.attune.llm;

import org.jspecify.annotations.NullMarked;
