package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.OrderList;
import org.suanwang.scheduling.policy.QueueOrder;

/**
 * The order of a policy: one, or several of which each tells apart those that the ones before it
 * find equal.
 *
 * @param names in this order
 * @param isList whether they were a list, which may be of one
 */
@JsonDeserialize(using = OrderNames.Reading.class)
public record OrderNames(List<@Nullable String> names, boolean isList) {
  public OrderNames {
    names = Collections.unmodifiableList(new ArrayList<>(names));
  }

  /** A text is the name of one, a list has those of several. */
  static final class Reading extends StdDeserializer<OrderNames> {
    private static final long serialVersionUID = 1L;

    Reading() {
      super(OrderNames.class);
    }

    @Override
    public OrderNames deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        return new OrderNames(List.of(context.readValue(parser, String.class)), false);
      }
      if (parser.hasToken(JsonToken.START_ARRAY)) {
        JavaType names = context.getTypeFactory().constructCollectionType(List.class, String.class);
        return new OrderNames(context.readValue(parser, names), true);
      }
      throw InvalidFormatException.from(parser, "", parser.getText(), OrderNames.class);
    }
  }

  /** As it composes the same again. */
  static OrderNames of(QueueOrder order) {
    List<QueueOrder> orders = OrderList.orders(order);
    return new OrderNames(orders.stream().map(QueueOrder::name).toList(), orders.size() > 1);
  }

  /** As it was sent. */
  @JsonValue
  Object sent() {
    return isList ? names : String.valueOf(names.getFirst());
  }
}
