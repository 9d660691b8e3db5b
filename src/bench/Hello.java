package bench;

/** What every start-up is compared with. */
public final class Hello {
  private Hello() {}

  /** Prints hello. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
