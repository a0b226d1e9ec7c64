package org.suanwang.scheduling.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Requests to a language model as columns, ordered by arrival and then by the order they were
 * added. A million take sixteen megabytes.
 */
public final class RequestTable {
  /** Requests of one table. */
  public static final int REQUESTS_MAX = 20_000_000;

  /** Tokens of one prompt, and of one answer. */
  public static final int TOKENS_MAX = 100_000_000;

  private final long[] arrivalMicros;
  private final int[] promptTokens;
  private final int[] outputTokens;

  private RequestTable(long[] arrivalMicros, int[] promptTokens, int[] outputTokens) {
    this.arrivalMicros = arrivalMicros;
    this.promptTokens = promptTokens;
    this.outputTokens = outputTokens;
  }

  public int size() {
    return arrivalMicros.length;
  }

  /** Microseconds since second 0. */
  public long arrivalMicros(int request) {
    return arrivalMicros[request];
  }

  /** Tokens that are read before the first is written. */
  public int promptTokens(int request) {
    return promptTokens[request];
  }

  /** Tokens that are written. */
  public int outputTokens(int request) {
    return outputTokens[request];
  }

  /** Collects requests in any order. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private long[] arrivalMicros = new long[FIRST_CAPACITY];
    private int[] promptTokens = new int[FIRST_CAPACITY];
    private int[] outputTokens = new int[FIRST_CAPACITY];
    private int size;

    public int size() {
      return size;
    }

    public Builder add(long arrival, int prompt, int output) {
      if (arrival < 0 || prompt < 0 || output < 0) {
        throw new IllegalArgumentException("a request has no negative time or tokens");
      }
      if (size == arrivalMicros.length) {
        arrivalMicros = Arrays.copyOf(arrivalMicros, size * 2);
        promptTokens = Arrays.copyOf(promptTokens, size * 2);
        outputTokens = Arrays.copyOf(outputTokens, size * 2);
      }
      arrivalMicros[size] = arrival;
      promptTokens[size] = prompt;
      outputTokens[size] = output;
      size++;
      return this;
    }

    /**
     * Moves all arrivals so much earlier that the first is at 0.
     *
     * @return by how many microseconds
     */
    public long startAtFirst() {
      long first = Arrays.stream(arrivalMicros, 0, size).min().orElse(0);
      for (int i = 0; i < size; i++) {
        arrivalMicros[i] -= first;
      }
      return first;
    }

    public RequestTable build() {
      int[] order = isInOrder() ? null : order();
      long[] arrivals = new long[size];
      int[] prompts = new int[size];
      int[] outputs = new int[size];
      for (int row = 0; row < size; row++) {
        int source = order == null ? row : order[row];
        arrivals[row] = arrivalMicros[source];
        prompts[row] = promptTokens[source];
        outputs[row] = outputTokens[source];
      }
      return new RequestTable(arrivals, prompts, outputs);
    }

    private boolean isInOrder() {
      for (int i = 1; i < size; i++) {
        if (arrivalMicros[i] < arrivalMicros[i - 1]) {
          return false;
        }
      }
      return true;
    }

    private int[] order() {
      return IntStream.range(0, size)
          .boxed()
          .sorted(Comparator.comparingLong(i -> arrivalMicros[i]))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
