package org.suanwang.market.formula;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.quantity.UnitSyntaxException;

/**
 * Reads the text of a formula into its tree. The usual precedence; {@code ^} binds to the right and
 * closer than a minus before it. Depth and size are limited, so every later reader of the tree may
 * recurse.
 */
public final class ExpressionParser {
  private static final int DEPTH_MAX = 64;
  private static final int NODES_MAX = 256;

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int nodes;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a formula.
   *
   * @throws FormulaSyntaxException when the text is no formula
   */
  public static Expression parse(String text) {
    var parser = new ExpressionParser(Lexer.tokens(text));
    Expression expression = parser.sum();
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.failure("expected an operator, found " + parser.peek().shown());
    }
    return expression;
  }

  private Expression sum() {
    Expression left = product();
    while (peek().is("+") || peek().is("-")) {
      Token token = take();
      left = node(token, token.is("+") ? Operator.ADD : Operator.SUBTRACT, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (peek().is("*") || peek().is("/")) {
      Token token = take();
      left = node(token, token.is("*") ? Operator.MULTIPLY : Operator.DIVIDE, left, signed());
    }
    return left;
  }

  private Expression signed() {
    if (!peek().is("-")) {
      return power();
    }
    Token token = take();
    deeper();
    Expression operand = signed();
    depth--;
    count();
    return new Expression.Negation(operand, token.position());
  }

  private Expression power() {
    Expression base = atom();
    if (!peek().is("^")) {
      return base;
    }
    Token token = take();
    deeper();
    Expression exponent = signed();
    depth--;
    return node(token, Operator.POWER, base, exponent);
  }

  private Expression atom() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER -> literal(token);
      case NAME -> peek().is("(") ? call(token) : reference(token);
      case SYMBOL -> {
        if (!token.is("(")) {
          throw failure(token, "expected a number, a name or \"(\", found " + token.shown());
        }
        yield bracket();
      }
      case UNIT -> throw failure(token, "a unit stands behind a number");
      case END -> throw failure(token, "the formula ends where a number or name is expected");
    };
  }

  private Expression bracket() {
    deeper();
    Expression inner = sum();
    expect(")");
    depth--;
    return inner;
  }

  private Expression literal(Token token) {
    count();
    Unit unit = peek().kind() == Token.Kind.UNIT ? unit(take()) : Unit.ONE;
    try {
      return new Expression.Literal(Numeral.parse(token.text()), unit, token.position());
    } catch (NumberFormatException e) {
      throw failure(token, "the number " + e.getMessage());
    }
  }

  private Unit unit(Token token) {
    try {
      return Unit.parse(token.text());
    } catch (UnitSyntaxException e) {
      throw failure(token, String.valueOf(e.getMessage()));
    }
  }

  private Expression reference(Token token) {
    count();
    String[] halves = token.text().split("@", 2);
    return new Expression.Reference(
        halves[0], halves.length == 2 ? halves[1] : null, token.position());
  }

  private Expression call(Token token) {
    Function function =
        Function.find(token.text())
            .orElseThrow(
                () ->
                    failure(
                        token,
                        "there is no function " + token.shown() + "; use " + Function.known()));
    deeper();
    count();
    expect("(");
    var arguments = new ArrayList<Expression>(List.of(sum()));
    while (peek().is(",")) {
      take();
      arguments.add(sum());
    }
    expect(")");
    depth--;
    if (!function.takes(arguments.size())) {
      throw failure(
          token, function.symbol() + " takes " + function.arity() + ", not " + arguments.size());
    }
    return new Expression.Call(function, arguments, token.position());
  }

  private Expression node(Token token, Operator operator, Expression left, Expression right) {
    count();
    return new Expression.Operation(operator, left, right, token.position());
  }

  private void deeper() {
    if (++depth > DEPTH_MAX) {
      throw failure("at most " + DEPTH_MAX + " levels may be nested; name a part as a variable");
    }
  }

  private void count() {
    if (++nodes > NODES_MAX) {
      throw failure("at most " + NODES_MAX + " parts in a formula; name a part as a variable");
    }
  }

  private void expect(String symbol) {
    if (!peek().is(symbol)) {
      throw failure("expected \"" + symbol + "\", found " + peek().shown());
    }
    take();
  }

  private Token peek() {
    return tokens.get(at);
  }

  /** The end is never passed, so that looking further stays safe. */
  private Token take() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  private FormulaSyntaxException failure(String what) {
    return failure(peek(), what);
  }

  private static FormulaSyntaxException failure(Token token, String what) {
    return new FormulaSyntaxException(token.position(), what);
  }
}
