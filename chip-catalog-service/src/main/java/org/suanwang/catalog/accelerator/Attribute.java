package org.suanwang.catalog.accelerator;

import static org.suanwang.catalog.accelerator.Form.DATE;
import static org.suanwang.catalog.accelerator.Form.TEXT;
import static org.suanwang.catalog.accelerator.Form.number;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suanwang.catalog.measure.Unit;

/** What can be claimed about a subject. */
public sealed interface Attribute permits Attribute.Throughput, Attribute.Plain, Named, Link {
  /** The name that data files and the API use: {@code throughput}, {@code power}, {@code clock}. */
  String kind();

  /** Which quantities it takes. */
  Form form();

  /**
   * The whole attribute as one text, as {@link AttributeKey} reads it: {@code FP16 DENSE MATRIX
   * PACKAGE}, {@code power}, {@code clock boost}, {@code contains nvidia-b200}.
   */
  String key();

  /** Whether its numbers may be below zero, as only a loss is. */
  default boolean isSigned() {
    return this instanceof Named named && named.family() == Named.Family.NET_PROFIT;
  }

  /** A peak throughput, with everything that makes two peaks comparable. */
  record Throughput(Precision precision, Sparsity sparsity, Circuit circuit, Scope scope)
      implements Attribute {
    public static final String KIND = "throughput";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Form form() {
      return number(precision.unit());
    }

    @Override
    public String key() {
      return precision + " " + sparsity + " " + circuit + " " + scope;
    }
  }

  /** The attributes of which a subject has one. */
  enum Plain implements Attribute {
    MEMORY_BANDWIDTH("memoryBandwidth", number(Unit.GIGABYTE_PER_SECOND)),
    MEMORY_CAPACITY("memoryCapacity", number(Unit.GIGABYTE)),
    MEMORY_TYPE("memoryType", TEXT),
    MEMORY_BUS_WIDTH("memoryBusWidth", number(Unit.BIT)),
    /** On each pin. */
    MEMORY_DATA_RATE("memoryDataRate", number(Unit.GIGATRANSFER_PER_SECOND)),
    CACHE_CAPACITY("cacheCapacity", number(Unit.GIGABYTE)),
    /** The board or package power limit that vendors call TDP; of a system, what it draws. */
    POWER("power", number(Unit.WATT)),
    /** From device to device, the sum of both directions. */
    INTERCONNECT_BANDWIDTH("interconnectBandwidth", number(Unit.GIGABYTE_PER_SECOND)),
    /** To other nodes, for each device. */
    NETWORK_BANDWIDTH("networkBandwidth", number(Unit.GIGABYTE_PER_SECOND)),
    INTERCONNECT("interconnect", TEXT),
    HOST_INTERFACE("hostInterface", TEXT),
    PROCESS("process", TEXT),
    FOUNDRY("foundry", TEXT),
    /** Of the logic dies, as the source prints it. */
    DIE_AREA("dieArea", number(Unit.SQUARE_MILLIMETRE)),
    DIES("dies", number(Unit.ONE)),
    TRANSISTORS("transistors", number(Unit.BILLION)),
    /** Dense operations a second, in 1e12, times the bits of the format: as export rules count. */
    TOTAL_PROCESSING_PERFORMANCE("totalProcessingPerformance", number(Unit.ONE)),
    COMPUTE_UNITS("computeUnits", number(Unit.ONE)),
    ARCHITECTURE("architecture", TEXT),
    FORM_FACTOR("formFactor", TEXT),
    COOLING("cooling", TEXT),
    /** What the accelerator is sold for: training, inference, graphics. */
    SCENARIO("scenario", TEXT),
    /** For whom it is sold: DATACENTER, WORKSTATION, CONSUMER, EDGE, AUTOMOTIVE, EMBEDDED. */
    MARKET_SEGMENT("marketSegment", TEXT),
    /** ANNOUNCED, SHIPPING, CANCELLED. */
    STATUS("status", TEXT),
    NAME("name", TEXT),
    DESCRIPTION("description", TEXT),
    ANNOUNCEMENT_DATE("announcementDate", DATE),
    RELEASE_DATE("releaseDate", DATE),
    MARKET_CAP("marketCap", number(Unit.YUAN, Unit.US_DOLLAR)),
    BUSINESS("business", TEXT),
    STOCK_CODE("stockCode", TEXT),
    ROLE("role", TEXT),
    PARAMETERS("parameters", number(Unit.BILLION)),
    /** Of a mixture of experts, those that work on one token. */
    ACTIVE_PARAMETERS("activeParameters", number(Unit.BILLION)),
    TRAINING_TOKENS("trainingTokens", number(Unit.BILLION)),
    TRAINING_COMPUTE("trainingCompute", number(Unit.ZETTAFLOP)),
    CONTEXT_LENGTH("contextLength", number(Unit.ONE)),
    MODALITY("modality", TEXT),
    LAYER("layer", TEXT),
    LICENCE("licence", TEXT),
    TOPOLOGY("topology", TEXT),
    OPENNESS("openness", TEXT),
    ISSUER("issuer", TEXT),
    TARGET_DATE("targetDate", DATE);

    private static final Map<String, Plain> BY_KIND =
        Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(p -> p.kind, Function.identity()));

    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // A record of immutable parts.
    private final Form form;

    Plain(String kind, Form form) {
      this.kind = kind;
      this.form = form;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Form form() {
      return form;
    }

    @Override
    public String key() {
      return kind;
    }

    public static Optional<Plain> find(String kind) {
      return Optional.ofNullable(BY_KIND.get(kind));
    }
  }
}
