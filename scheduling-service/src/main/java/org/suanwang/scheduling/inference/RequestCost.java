package org.suanwang.scheduling.inference;

/**
 * What one request of a class costs a replica, on average.
 *
 * @param promptSeconds iteration that reads the prompt alone, mean
 * @param promptSecondsSquare its second moment
 * @param laterTokens of the answer after the first, mean
 * @param laterTokensSquare their second moment
 * @param sequencesMax how many such sequences a replica writes at once at most
 * @param contextTokens kept of one sequence in the middle of its answer
 * @param replicaSeconds time of a replica that is fully occupied with such requests
 */
public record RequestCost(
    double promptSeconds,
    double promptSecondsSquare,
    double laterTokens,
    double laterTokensSquare,
    int sequencesMax,
    double contextTokens,
    double replicaSeconds) {
  /** Of the points of a class. */
  public static RequestCost of(RequestClass requests, Replica replica) {
    ReplicaPerformance performance = replica.performance();
    double prompt = 0;
    double promptSquare = 0;
    for (double tokens : requests.prompt().points()) {
      double seconds = performance.promptSeconds(tokens);
      prompt += seconds;
      promptSquare += seconds * seconds;
    }
    double later = 0;
    double laterSquare = 0;
    for (double tokens : requests.answer().points()) {
      double after = Math.max(0, tokens - 1);
      later += after;
      laterSquare += after * after;
    }
    int prompts = requests.prompt().points().size();
    int answers = requests.answer().points().size();
    double context = requests.prompt().mean() + requests.answer().mean() / 2;
    int sequences = sequences(requests, replica);
    double full = performance.tokenSeconds(sequences, sequences * context) / sequences;
    return new RequestCost(
        prompt / prompts,
        promptSquare / prompts,
        later / answers,
        laterSquare / answers,
        sequences,
        context,
        prompt / prompts + later / answers * full);
  }

  private static int sequences(RequestClass requests, Replica replica) {
    double byCache = Math.floor(replica.cacheTokens() / Math.max(1, requests.tokens()));
    return (int) Math.max(1, Math.min(replica.sequencesMax(), byCache));
  }
}
