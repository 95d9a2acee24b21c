"""Run statements in Spark on this machine: `python spark_statement.py FOLDER TOOL …`.

FOLDER holds TOOL.csv and TOOL.sql of each tool; TOOL.jsonl is written beside them. With --times the
rows are repeated so often, and seconds and memory are printed instead. Runs in an environment that
has PySpark and nothing of this project.
"""

import argparse
import json
import time
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession


def main() -> None:
    """Write the rows of each result, one JSON object a line, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("tools", nargs="+")
    parser.add_argument("--times", type=int)
    options = parser.parse_args()
    spark = session(options.folder)
    for tool in options.tools:
        table(spark, options.folder / f"{tool}.csv").createOrReplaceTempView("accounts")
        text = (options.folder / f"{tool}.sql").read_text(encoding="utf-8")
        if options.times:
            measure(spark, options.folder / "table", text, options.times)
        else:
            write(spark.sql(text), options.folder / f"{tool}.jsonl")
    spark.stop()


def session(folder: Path) -> SparkSession:
    """Return Spark in this process, with two threads and no page of its own."""
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def table(spark: SparkSession, file: Path) -> DataFrame:
    """Return the rows of a file, all cells as texts."""
    with file.open(encoding="utf-8") as lines:
        names = next(lines).strip().split(",")
    reader = spark.read.options(header=True, nullValue="\\N", emptyValue="", escape='"')
    return reader.schema(", ".join(f"{name} STRING" for name in names)).csv(str(file))


def write(found: DataFrame, file: Path) -> None:
    """Write the rows, one JSON object a line."""
    with file.open("w", encoding="utf-8") as out:
        for row in found.toLocalIterator():
            out.write(json.dumps(row.asDict(), ensure_ascii=False) + "\n")


def measure(spark: SparkSession, folder: Path, text: str, times: int) -> None:
    """Print how long the second run over the repeated rows takes; the first warms Java up."""
    repeated = spark.table("accounts").crossJoin(spark.range(times)).drop("id")
    repeated.write.parquet(str(folder))
    stored = spark.read.parquet(str(folder))
    stored.createOrReplaceTempView("accounts")
    for _ in range(2):
        started = time.perf_counter()
        spark.sql(text).write.format("noop").mode("overwrite").save()
        seconds = time.perf_counter() - started
    # PySpark has no public way to Java.
    java = spark.sparkContext._jvm.java.lang.ProcessHandle.current().pid()  # noqa: SLF001
    status = Path(f"/proc/{java}/status").read_text(encoding="utf-8")
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line)
    found = {"rows": stored.count(), "seconds": seconds, "megabytes": kilobytes / 1024}
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
