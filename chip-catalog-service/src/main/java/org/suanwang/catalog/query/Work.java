package org.suanwang.catalog.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is to be done with accelerators. What the asker gives counts before what is claimed. */
public sealed interface Work {
  /** The model that it is done with. */
  Model model();

  /**
   * A model, named or described.
   *
   * @param id an AI model of the catalogue, whose claims fill what is not given
   * @param parameters in billions
   * @param activeParameters in billions: of a mixture of experts, those that work on one token
   */
  record Model(
      @Nullable String id,
      @Nullable BigDecimal parameters,
      @Nullable BigDecimal activeParameters) {}

  /**
   * Training a model within so many days.
   *
   * @param tokens in billions
   * @param compute in ZFLOP, where it is known better than by the rule
   * @param bytesPerParameter of weights, gradients and optimiser states together
   * @param usableMemory the share of the memory that is free for these, from 0 to 1
   * @param shardedOver over how many devices at most the states of one replica are spread; over all
   *     when absent
   */
  record Training(
      Model model,
      @Nullable BigDecimal tokens,
      @Nullable BigDecimal compute,
      BigDecimal days,
      BigDecimal bytesPerParameter,
      BigDecimal usableMemory,
      @Nullable Long shardedOver)
      implements Work {
    /** Mixed precision with Adam: weights 2, gradients 2, master weights 4, both moments 8. */
    public static final BigDecimal BYTES_PER_PARAMETER = BigDecimal.valueOf(16);
  }

  /**
   * Answering with a model.
   *
   * @param tokensPerSecond generated, over all requests together
   * @param concurrency how many requests are answered at the same time
   * @param contextTokens how long each of them is
   * @param keyValueBytes that the model keeps for each token of a context; the cache is left out
   *     when absent
   * @param usableMemory the share of the memory that is free for weights and cache, from 0 to 1
   */
  record Inference(
      Model model,
      BigDecimal tokensPerSecond,
      long concurrency,
      long contextTokens,
      @Nullable BigDecimal keyValueBytes,
      BigDecimal usableMemory)
      implements Work {}
}
